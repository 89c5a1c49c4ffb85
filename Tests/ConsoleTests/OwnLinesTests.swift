import Console
import TestSupport
import Testing

@Suite("Lines a mode carries out by itself")
struct OwnLinesTests {
  private let screen = TextScreen()
  private let ear = Ear()

  /// A mode that asks at `ask`.
  private static func asking(_ prompt: String = "> ") -> ScriptedMode {
    ScriptedMode(prompt) { $0 == "ask" ? .question("? ") : .text("[\($0)]") }
  }

  @Test("a session of lines ends behind them")
  func session() {
    let session = Session(Self.asking(), lines: ["a", "b"])
    session.start(on: screen)
    #expect(screen.text() == "[a][b]" && session.hasEnded)
  }

  @Test("a question in the middle waits for its answer, which is typed")
  func question() {
    let session = Session(Self.asking(), lines: ["a", "ask", "b"])
    session.add(ear)
    session.start(on: screen)
    #expect(screen.text() == "[a]")
    #expect(session.prompt.text == "? " && session.depth == 2)
    session.receive(.line("yes"), on: screen)
    #expect(screen.text() == "{yes}[b]" && session.hasEnded)
    #expect(
      ear.heard == [
        "takes a at nothing", "shows [a]", "answered a", "takes ask at nothing", "answered ask",
        "takes yes at ? ", "shows {yes}", "answered yes", "takes b at nothing", "shows [b]",
        "answered b",
      ])
  }

  @Test("Ctrl-C and the end of input take the question away, and the lines go on")
  func noAnswer() {
    for input in [Input.interrupt, .end] {
      let session = Session(Self.asking(), lines: ["ask", "b"])
      session.start(on: screen)
      session.receive(input, on: screen)
      #expect(screen.text() == "[b]" && session.hasEnded)
    }
  }

  @Test("exit in the middle leaves out the rest; what follows still does")
  func exit() {
    let session = Session(
      ScriptedMode { _ in
        Reply(
          next: .push(
            Self.asking("deep> "), lines: ["a", "exit", "b"], then: { _ in .text("then") }))
      })
    session.receive(.line("go"), on: screen)
    #expect(screen.text() == "[a]then")
    #expect(session.prompt.text == "> " && session.depth == 1)
  }

  @Test("lines within lines")
  func nested() {
    let outer = ScriptedMode { line in
      line == "in"
        ? Reply(
          next: .push(Self.asking("deep> "), lines: ["1", "2"], then: { _ in .text("then") }))
        : .text("[\(line)]")
    }
    let session = Session(outer, lines: ["a", "in", "b"])
    session.start(on: screen)
    #expect(screen.text() == "[a][1][2]then[b]" && session.hasEnded)
  }

  @Test("no lines at all are done at once")
  func none() {
    let session = Session(Self.asking(), lines: [])
    session.start(on: screen)
    #expect(screen.text() == "" && session.hasEnded)
  }

  @Test("what is shown goes another way, whole or in part, also from what lies above")
  func diversion() {
    var caught: [UInt8] = []
    let inner = ScriptedMode("deep> ") { $0 == "ask" ? .question("? ") : .text("[\($0)]") }
    let session = Session(
      ScriptedMode { _ in
        Reply(
          next: .push(
            inner,
            diversion: { bytes in
              caught += bytes
              return bytes.filter { $0 == UInt8(ascii: "!") }
            }, then: { _ in .text("then") }))
      })
    session.add(ear)
    session.receive(.line("go"), on: screen)
    for line in ["a!", "ask", "b!"] { session.receive(.line(line), on: screen) }
    #expect(screen.text() == "!!")
    session.receive(.line("exit"), on: screen)
    #expect(screen.text() == "then")
    #expect(String(decoding: caught, as: UTF8.self) == "[a!]{b!}")
    #expect(ear.heard.filter { $0.hasPrefix("shows") } == ["shows then"])
  }

  @Test("one diversion within another")
  func diversions() {
    let double: ([UInt8]) -> [UInt8] = { $0 + $0 }
    let session = Session(
      ScriptedMode { _ in
        Reply(
          next: .push(
            ScriptedMode("deep> ") { _ in
              Reply(
                next: .push(
                  ScriptedMode("deeper> "), lines: ["a"], diversion: { $0 + [0x21] }))
            }, diversion: double))
      })
    for line in ["go", "a"] { session.receive(.line(line), on: screen) }
    #expect(screen.text() == "[a]![a]!")
  }
}
