import Foundation
import TestSupport

/// Where the commands of a capture run.
package struct CaptureStage {
  /// Runs a shell's command with that standard input.
  let run: (_ command: String, _ input: String) throws -> Program.Result
  /// Starts a shell's command at a terminal.
  let open: (_ command: String) throws -> Terminal
  /// What is another thing at each run, and what stands for it.
  let elisions: [(text: String, with: String)]

  package init(
    elisions: [(text: String, with: String)],
    run: @escaping (_ command: String, _ input: String) throws -> Program.Result,
    open: @escaping (_ command: String) throws -> Terminal
  ) {
    (self.elisions, self.run, self.open) = (elisions, run, open)
  }

  /// Where a command's remarks go: without a home no lab is kept, which is said.
  private static func remarks(of command: String) -> String {
    command.hasPrefix("mmp lab") ? " 2>/dev/null" : ""
  }

  /// The checkout, with `mmp` as a command.
  package static var checkout: CaptureStage {
    let environment = [
      "PATH": "\(URL(filePath: Program.path).deletingLastPathComponent().path):/usr/bin:/bin",
      // Under AddressSanitizer: libedit keeps the names of commands it is given, for ever.
      "TERM": "xterm", "LANG": "C", "TZ": "UTC", "ASAN_OPTIONS": "detect_leaks=0",
    ]
    return CaptureStage(elisions: []) { command, input in
      try HostProgram.run(
        "/usr/bin/timeout", ["-k", "1", "60", "/bin/sh", "-c", command],
        input: Data(input.utf8), environment: environment)
    } open: { command in
      try Terminal(
        "/bin/sh", ["-c", "exec \(command)" + remarks(of: command)],
        environment: environment,
        folder: Checkout.root.path)
    }
  }

  /// The lines that show `text`, without what differs from run to run.
  func lines(of text: String) -> [String] {
    var text = text
    for elision in elisions { text = text.replacing(elision.text, with: elision.with) }
    var lines: [String] = []
    for line in VisibleText.lines(of: text) {
      guard Self.isProgress(line) else {
        lines.append(line)
        continue
      }
      // How many dots there are, and how many lines of them, is chance.
      let dots = line.hasSuffix("␍") ? "...␍" : "..."
      if lines.last != dots { lines.append(dots) }
    }
    return lines
  }

  /// Whether a line has nothing but the dots of a search for a key.
  private static func isProgress(_ line: String) -> Bool {
    let dots = line.hasSuffix("␍") ? line.dropLast() : line[...]
    return !dots.isEmpty && dots.allSatisfy { $0 == "." }
  }
}
