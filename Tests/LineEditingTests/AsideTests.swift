import Console
import Testing

@testable import LineEditing

/// Gives hints, asks for a key, and goes on until it is interrupted.
private final class Tutor: Mode {
  let prompt = Prompt("> ")
  private(set) var keys: [String] = []

  func receive(_ input: Input, on screen: any Screen) -> Reply {
    guard case .line(let line) = input else { return Reply(next: input == .end ? .pop : .stay) }
    return switch line {
    case "hint": Reply([.line("a"), .aside("hint"), .line("b")])
    case "key":
      Reply(
        next: .push(
          Question(Prompt("any key ", .key)) { [self] key, _ in
            keys.append(key)
            return Reply(Array("thanks\n".utf8))
          }))
    case "run":
      Reply(
        next: .run { screen in
          repeat { screen.show([0x2E]) } while screen.rest(milliseconds: 1_000)
          return Reply([0x3E, 0x0A])
        })
    default: Reply(Array("[\(line)]\n".utf8))
    }
  }
}

/// A terminal whose rests a test counts; Ctrl-C is pressed in the last.
private final class TutorTerminal: TerminalWire {
  let mode = Tutor()
  private var sent: [UInt8] = []
  private var rests = 0
  private let patience: Int
  private lazy var session = TerminalSession(Session(mode), columns: 80, wire: self)
  let isClosed = false

  init(patience: Int = 0) {
    self.patience = patience
    session.start()
  }

  func send(_ bytes: [UInt8]) { sent += bytes }
  func flush() {}
  func poll() {}
  func wait(milliseconds: Int) -> Bool {
    rests += 1
    if rests == patience { session.enqueue([0x03]) }
    return patience > 0
  }

  func answer(to keys: String) -> String {
    sent = []
    session.enqueue(Array(keys.utf8))
    while session.hasInput { session.advance() }
    return String(decoding: sent, as: UTF8.self)
  }
}

@Suite("Asides, keys and rests at a terminal behind a wire")
struct AsideTests {
  @Test("an aside is shown between what is said, with a mark in front")
  func aside() {
    #expect(TutorTerminal().answer(to: "hint\r") == "hint\r\na\r\n| hint\r\nb\r\n> ")
  }

  @Test(
    "one key is the answer, whichever it is; it does not appear, and the next is a line's again",
    arguments: ["x", "\r", " ", "\u{4}", "é", "\u{1B}[A"])
  func key(key: String) {
    let terminal = TutorTerminal()
    #expect(terminal.answer(to: "key\r") == "key\r\nany key ")
    #expect(terminal.answer(to: key) == "\r\nthanks\r\n> ")
    #expect(terminal.answer(to: "ab\r") == "ab\r\n[ab]\r\n> ")
    #expect(terminal.mode.keys == [""])
  }

  @Test("keys behind it in the same packet are a line's")
  func paste() {
    let terminal = TutorTerminal()
    #expect(
      terminal.answer(to: "key\rxab\r") == "key\r\nany key \r\nthanks\r\n> ab\r\n[ab]\r\n> ")
  }

  @Test("Ctrl-C takes the question away")
  func interrupt() {
    let terminal = TutorTerminal()
    _ = terminal.answer(to: "key\r")
    #expect(terminal.answer(to: "\u{3}a\r") == "\r\n> a\r\n[a]\r\n> ")
    #expect(terminal.mode.keys == [])
  }

  @Test("what goes on by itself goes on until Ctrl-C, and not at all on a wire that cannot wait")
  func run() {
    #expect(TutorTerminal(patience: 3).answer(to: "run\r") == "run\r\n...>\r\n> ")
    #expect(TutorTerminal().answer(to: "run\r") == "run\r\n.>\r\n> ")
  }
}
