import Console

/// Lines that a program gets through a pipe or from a file instead of the keyboard.
struct PipedLines {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// Most bytes of answers that are kept.
  private static let maximumSize = 64 << 20
  /// How often a mode is told that input has ended before it is given up.
  private static let patience = 1_000

  /// The next line without its end; nil when there is none.
  mutating func next() -> String? {
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
    var line = rest[..<end]
    rest = rest[min(end + 1, rest.endIndex)...]
    if line.last == 0x0D { line = line.dropLast() }
    return String(decoding: line, as: UTF8.self)
  }

  /// Types the lines into a program until it is done, and returns what the screen shows of it: prompts
  /// and answers, not the lines.
  mutating func type(into session: Session) -> [Reply.Part] {
    let screen = TextScreen()
    session.start(on: screen)
    while screen.count < Self.maximumSize, !session.hasEnded, let line = next() {
      screen.show(Array(session.prompt.text.utf8))
      // Where typing is not shown, the program itself goes to the next line.
      if !session.prompt.echoes { screen.show([0x0A]) }
      session.receive(.line(line), on: screen)
    }
    for _ in 0..<Self.patience where !session.hasEnded {
      screen.show(Array(session.prompt.text.utf8))
      session.receive(.end, on: screen)
    }
    return screen.parts
  }
}
