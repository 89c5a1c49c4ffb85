import Console
import Testing

@testable import LineEditing

/// Shows what a stranger has sent.
private final class Messenger: Mode {
  var prompt: Prompt { Prompt("a\u{1B}b\nC:\\\u{202E}>") }

  func receive(_ input: Input, on screen: any Screen) -> Reply {
    guard case .line(let line) = input else { return Reply(next: input == .end ? .pop : .stay) }
    if line == "ask" {
      return Reply(
        next: .push(Question(Prompt("for \u{1B}c: ", .secret)) { _, _ in Reply() }))
    }
    screen.show(Array("\u{1B}]0;a\u{7}".utf8))
    return Reply([
      .line("\u{1B}[2J"), .bytes([0x9B, 0x0D, 0x0A]), .aside("\u{202E}x"), .line("盛 é"),
    ])
  }

  func completion(of line: String) -> String { line == "l" ? "s" : "\u{202E}rec.exe" }
}

private final class Wire: TerminalWire {
  let isClosed = false
  private var sent: [UInt8] = []
  private lazy var session = TerminalSession(Session(Messenger()), columns: 80, wire: self)

  init() { session.start() }

  func send(_ bytes: [UInt8]) { sent += bytes }
  func flush() {}
  func poll() {}

  func answer(to keys: String) -> String {
    sent = []
    session.enqueue(Array(keys.utf8))
    while session.hasInput { session.advance() }
    return String(decoding: sent, as: UTF8.self)
  }
}

@Suite("What strangers sent, at a terminal behind a wire")
struct ForeignTextTests {
  private let prompt = #"a\x1Bb"# + "\r\n" + #"C:\\xE2\x80\xAE>"#

  @Test("progress, answers, asides and prompts command nothing")
  func shown() {
    #expect(
      Wire().answer(to: "x\r")
        == "x\r\n" + #"\x1B]0;a\x07\x1B[2J"# + "\r\n" + #"\x9B"# + "\r\r\n"
        + #"| \xE2\x80\xAEx"# + "\r\n盛 é\r\n" + prompt)
  }

  @Test("nor does a question for a secret")
  func secret() {
    #expect(Wire().answer(to: "ask\r") == "ask\r\n" + #"for \x1Bc: "#)
  }

  @Test("Tab adds a name, but for one that turns what is drawn")
  func completion() {
    #expect(Wire().answer(to: "l\t") == "ls")
    #expect(Wire().answer(to: "x\t") == "x\u{7}")
  }
}
