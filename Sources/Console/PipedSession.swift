/// A session without a terminal: lines come as bytes, in pieces of any size, and what is shown is
/// the transcript, byte for byte what a terminal would show, or only part of it.
public final class PipedSession {
  /// What is shown besides answers: prompts, and what is typed at them.
  public enum Typing: Sendable {
    /// All of it.
    case all
    /// Only what a command asks.
    case questions
    /// None of it.
    case none
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private let session: Session
  private let screen: any Screen
  private let lineLimit: Int
  private let typing: Typing
  /// The beginning of a line whose end is yet to come.
  private var beginning: [UInt8] = []
  private var isAtStart = true

  /// A session to feed.
  ///
  /// - Parameters:
  ///   - lineLimit: how many bytes of a line are kept; what is longer loses its end.
  ///   - typing: what is shown besides answers.
  public init(
    _ session: Session, screen: any Screen, lineLimit: Int = .max, showing typing: Typing = .all
  ) {
    self.session = session
    self.screen = screen
    self.lineLimit = lineLimit
    self.typing = typing
  }

  /// Whether the session is over. What is fed afterwards is not looked at.
  public var hasEnded: Bool { session.hasEnded }

  /// Carries out what needs no typing and shows the first prompt.
  public func start() {
    session.start(on: screen)
    showPrompt()
    screen.flush()
  }

  /// Whether a line waits that needs no typing; see ``Session/isStepped``.
  public var hasLines: Bool { session.hasLines }

  /// Whether it waits for an answer.
  public var isAsking: Bool { session.depth > 1 && !session.hasLines }

  /// Carries out one line that needs no typing.
  public func carryOutLine() {
    session.carryOutLine(on: screen)
    showPrompt()
    screen.flush()
  }

  /// Carries out a command that comes from elsewhere, in the first mode; what it asks is fed.
  public func carryOut(_ command: String) {
    session.receive(.line(command), on: screen)
    showPrompt()
    screen.flush()
  }

  /// Carries out the lines that end in `bytes` and keeps the rest for the next piece.
  ///
  /// Commands run before this returns; none of them may feed the session.
  public func feed(_ bytes: some Sequence<UInt8>) {
    var bytes = Array(bytes)[...]
    if isAtStart {
      guard let text = skipByteOrderMark(bytes) else { return }
      bytes = text
    }
    while !session.hasEnded, let end = bytes.firstIndex(of: 0x0A) {
      receive(bytes[..<end])
      bytes = bytes[(end + 1)...]
    }
    keep(bytes)
    // Whoever drives us through a pipe waits for the answer before sending more.
    screen.flush()
  }

  /// Carries out a last line without an end, then leaves what input alone can leave, such as a
  /// question; the last prompt gets a line end.
  public func endInput() {
    if !session.hasEnded {
      if !beginning.isEmpty { receive([]) }
      while session.depth > 1, !session.hasLines {
        if !session.prompt.echoes, showsTyping { screen.show([0x0A]) }
        session.receive(.end, on: screen)
        showPrompt()
      }
      if !session.prompt.text.isEmpty, showsTyping { screen.show([0x0A]) }
    }
    screen.flush()
  }

  /// Some editors start a file with a byte order mark, which no keyboard types.
  ///
  /// - Returns: the text after it; nil while only more bytes can tell.
  private func skipByteOrderMark(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let start = beginning + bytes
    if start.count < 3, Self.byteOrderMark.starts(with: start) {
      beginning = start
      return nil
    }
    isAtStart = false
    beginning = []
    return start.starts(with: Self.byteOrderMark) ? start[3...] : start[...]
  }

  private func keep(_ bytes: ArraySlice<UInt8>) {
    beginning += bytes.prefix(max(lineLimit - beginning.count, 0))
  }

  private func receive(_ rest: ArraySlice<UInt8>) {
    var line = rest.prefix(lineLimit)
    if !beginning.isEmpty {
      keep(rest)
      line = beginning[...]
      beginning = []
    }
    if line.last == 0x0D { line.removeLast() }
    if showsTyping { screen.show(session.prompt.echo(of: line)) }
    session.receive(.line(String(decoding: line, as: UTF8.self)), on: screen)
    showPrompt()
  }

  private func showPrompt() {
    if showsTyping { screen.show(Array(session.prompt.text.utf8)) }
  }

  private var showsTyping: Bool {
    switch typing {
    case .all: true
    case .questions: session.depth > 1
    case .none: false
    }
  }
}
