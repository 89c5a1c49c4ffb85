import Console

/// A session as its user sees it.
struct Window {
  let session: Session
  /// What stands in front of the cursor: what a command left unended, and then the prompt.
  let display: ArraySlice<UInt8>
  /// How much of it is not prompt.
  private let unendedCount: Int

  /// The window of a session that waits at its prompt.
  init(_ session: Session) {
    var printed: [ArraySlice<UInt8>] = []
    self.init(session, after: [], lines: &printed)
  }

  /// The window of a session that has printed `output` and then its prompt.
  ///
  /// `lines` becomes what stands above the line of the cursor. The first lines of a prompt of
  /// several are among it.
  init(_ session: Session, after output: [UInt8], lines: inout [ArraySlice<UInt8>]) {
    let prompt = session.prompt.text.utf8
    let screen = output + prompt
    lines = screen.split(separator: .newline, omittingEmptySubsequences: false)
    var last = lines.popLast() ?? []
    if session.hasEnded, !last.isEmpty {
      // No prompt follows: what was left unended is output too.
      lines.append(last)
      last = []
    }
    self.session = session
    display = last
    unendedCount = last.count - prompt.reversed().prefix { $0 != .newline }.count
  }

  /// Whether it waits for an answer.
  var isAsking: Bool { !session.hasEnded && session.prompt.purpose != .command }

  /// What a command printed without ending the line; empty as a rule.
  var unended: ArraySlice<UInt8> { display.prefix(unendedCount) }

  /// What `line` types here; nil if it does not start with the prompt.
  ///
  /// A prompt whose trailing white space was lost counts too; nothing was typed after it. A prompt
  /// that shows nothing cannot be told from output, so nothing can be typed at it.
  func typed(in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let prompt = display.dropFirst(unendedCount)
    guard !prompt.isBlank else { return nil }
    for start in unendedCount == 0 ? [prompt] : [display, prompt] {
      if line.starts(with: start) { return line.dropFirst(start.count) }
      if line.trimmingEnd == start.trimmingEnd { return [] }
    }
    return nil
  }

  /// The same window after the user turned to another one: an unended line has been ended.
  var left: Window { unendedCount == 0 ? self : Window(session) }
}
