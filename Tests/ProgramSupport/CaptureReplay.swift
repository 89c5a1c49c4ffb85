import TestSupport

/// Runs the commands of a capture and writes the capture as it is today.
struct CaptureReplay {
  let stage: CaptureStage
  /// What was written so far.
  private(set) var lines: [String] = []

  init(stage: CaptureStage) { self.stage = stage }

  /// Marks of lines that are not output.
  private enum Mark {
    static let piped = "▶ "
    static let atTerminal = "▣ "
    static let typed = "▷ "
    static let awaited = "◇ "
    static let error = "△ "
    static let status = "■ "
  }

  /// Runs all commands of a capture's lines. What it says above its first command is kept.
  mutating func play(_ old: ArraySlice<String>) throws {
    let starts = old.indices.filter {
      old[$0].hasPrefix(Mark.piped) || old[$0].hasPrefix(Mark.atTerminal)
    }
    lines += old[..<(starts.first ?? old.endIndex)]
    for (start, end) in zip(starts, starts.dropFirst() + [old.endIndex]) {
      if start != starts.first { lines.append("") }
      lines.append(old[start])
      let command = VisibleText.text(of: old[start].dropFirst(2))
      let script = old[(start + 1)..<end].filter {
        $0.hasPrefix(Mark.typed) || $0.hasPrefix(Mark.awaited)
      }
      if old[start].hasPrefix(Mark.piped) {
        try pipe(script, into: command)
      } else {
        try type(script, at: stage.open(command))
      }
    }
  }

  private mutating func pipe(_ script: [String], into command: String) throws {
    lines += script
    let input = script.map { VisibleText.endedText(of: $0.dropFirst(2)) }.joined()
    let result = try stage.run(command, input)
    lines += stage.lines(of: result.output)
    lines += stage.lines(of: result.errors).map { Mark.error + $0 }
    lines.append("\(Mark.status)\(result.status)")
  }

  private mutating func type(_ script: [String], at terminal: Terminal) {
    for line in script {
      lines.append(line)
      let text = VisibleText.text(of: line.dropFirst(2))
      if line.hasPrefix(Mark.typed) {
        terminal.type(text)
      } else if let seen = terminal.expect(text) {
        lines += stage.lines(of: seen)
      } else {
        lines.append("(did not appear)")
        break
      }
    }
    let (rest, status) = terminal.endAndScreen()
    lines += stage.lines(of: rest)
    lines.append("\(Mark.status)\(status)")
  }
}
