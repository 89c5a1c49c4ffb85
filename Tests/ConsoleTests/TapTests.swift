import Console
import TestSupport
import Testing

@Suite("What goes on by itself, who listens, and asides")
struct TapTests {
  private let ear = Ear()

  /// Shows a dot until it may not rest any more.
  private static func running() -> ScriptedMode {
    ScriptedMode { _ in
      .text(
        "<",
        next: .run { screen in
          repeat { screen.show([0x2E]) } while screen.rest(milliseconds: 1_000)
          return .text(">")
        })
    }
  }

  @Test("it goes on until it is interrupted")
  func run() {
    let session = Session(Self.running())
    let screen = RestingScreen(patience: 3)
    session.add(ear)
    session.receive(.line("go"), on: screen)
    #expect(screen.text == "<....>" && screen.rests == 4)
    #expect(
      ear.heard == [
        "takes go at > ", "shows <", "shows .", "shows .", "shows .", "shows .", "shows >",
        "answered go interrupted",
      ])
    #expect(session.prompt.text == "> ")
  }

  @Test("it ends at once where nobody can interrupt it")
  func nobody() {
    let screen = TextScreen()
    Session(Self.running()).receive(.line("go"), on: screen)
    #expect(screen.text() == "<.>")
    let piped = TextScreen()
    let pipe = PipedSession(Session(Self.running()), screen: piped)
    pipe.feed(Array("go\n".utf8))
    #expect(piped.text() == "go\n<.>> ")
  }

  @Test("its reply leads on")
  func leads() {
    let session = Session(
      ScriptedMode { _ in
        Reply(next: .run { _ in .text("a", next: .run { _ in .text("b", next: .pop) }) })
      })
    let screen = TextScreen()
    session.receive(.line("go"), on: screen)
    #expect(screen.text() == "ab" && session.hasEnded)
  }

  @Test("a tap hears what is typed, shown and answered, in order, and once if it was added twice")
  func order() {
    let session = Session(ScriptedMode { $0 == "ask" ? .question("? ") : .text("[\($0)]") })
    let screen = TextScreen()
    session.add(ear)
    session.add(ear)
    for input in [Input.line("a"), .line("ask"), .line("b"), .interrupt, .end] {
      session.receive(input, on: screen)
    }
    session.receive(.line("after"), on: screen)
    #expect(session.taps.count == 1)
    #expect(
      ear.heard == [
        "takes a at > ", "shows [a]", "answered a", "takes ask at > ", "answered ask",
        "takes b at ? ", "shows {b}", "answered b", "takes interrupt at > ",
        "answered interrupt", "takes end at > ", "answered end",
      ])
  }

  @Test("an aside is a part and no bytes")
  func aside() {
    let session = Session(
      ScriptedMode { _ in Reply([.line("a"), .aside("hint"), .line("b")]) })
    let screen = TextScreen()
    session.add(ear)
    session.receive(.line("go"), on: screen)
    #expect(String(decoding: screen.bytes, as: UTF8.self) == "a\nb\n")
    let asides = screen.parts.map { if case .aside(let text) = $0 { text } else { "" } }
    #expect(asides == ["", "hint", ""])
    #expect(ear.heard.contains("shows | hint"))
  }

  @Test("a pipe and a command's caller see no aside")
  func unseen() {
    let mode = ScriptedMode { _ in Reply([.line("a"), .aside("hint")]) }
    let screen = RestingScreen(patience: 0)
    PipedSession(Session(mode), screen: screen).feed(Array("go\n".utf8))
    Session(mode, lines: ["go"]).start(on: screen)
    #expect(screen.text == "go\na\n> a\n")
  }

  @Test("a diversion takes no aside along")
  func diverted() {
    let session = Session(
      ScriptedMode { _ in
        Reply(
          next: .push(
            ScriptedMode { _ in Reply([.aside("hint")]) }, lines: ["a"], diversion: { $0 }))
      })
    let screen = TextScreen()
    session.receive(.line("go"), on: screen)
    #expect(screen.parts.isEmpty)
  }
}
