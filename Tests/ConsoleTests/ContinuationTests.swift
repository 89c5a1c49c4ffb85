import Console
import TestSupport
import Testing

@Suite("What follows when a mode is done")
struct ContinuationTests {
  private let screen = TextScreen()

  private func type(_ lines: String..., in session: Session) -> String {
    for line in lines { session.receive(.line(line), on: screen) }
    return screen.text()
  }

  /// A session whose prompt pushes `deep> ` with what follows it.
  private func session(then: @escaping Reply.Continuation) -> Session {
    Session(ScriptedMode { _ in Reply(next: .push(ScriptedMode("deep> "), then: then)) })
  }

  @Test("it shows something, and the mode below takes the next line")
  func shows() {
    let session = session { _ in .text("then") }
    #expect(type("go", "a", in: session) == "[a]")
    #expect(type("exit", in: session) == "then")
    #expect(session.prompt.text == "> " && session.depth == 1)
  }

  @Test("it pops the mode below too")
  func pops() {
    let session = session { _ in .text("then", next: .pop) }
    #expect(type("go", "exit", in: session) == "then")
    #expect(session.hasEnded)
  }

  @Test("it pushes again, which has something following as well")
  func pushes() {
    let session = session { _ in
      .text("one", next: .push(ScriptedMode("deeper> "), then: { _ in .text("two") }))
    }
    #expect(type("go", "exit", in: session) == "one")
    #expect(session.prompt.text == "deeper> " && session.depth == 2)
    #expect(type("exit", in: session) == "two")
    #expect(session.prompt.text == "> ")
  }

  @Test("it follows however the mode was left, but not an end of the session")
  func ways() {
    let ended = session { _ in .text("then") }
    _ = type("go", in: ended)
    ended.receive(.end, on: screen)
    #expect(screen.text() == "then")
    let session = Session(
      ScriptedMode { _ in
        Reply(
          next: .push(
            ScriptedMode("deep> ") { _ in .text("bye", next: .end) }, then: { _ in .text("then") }))
      })
    #expect(type("go", "a", in: session) == "bye")
    #expect(session.hasEnded)
  }

  @Test("what takes a mode's place keeps what was to follow, behind its own")
  func replace() {
    let session = Session(
      ScriptedMode { _ in
        Reply(
          next: .push(
            ScriptedMode("deep> ") { _ in
              Reply(next: .replace(ScriptedMode("other> "), then: { _ in .text("own ") }))
            }, then: { _ in .text("kept") }))
      })
    #expect(type("go", "a", in: session) == "")
    #expect(session.prompt.text == "other> " && session.depth == 2)
    #expect(type("exit", in: session) == "own kept")
    #expect(session.prompt.text == "> ")
  }

  @Test("what follows first and leads somewhere leaves out the rest")
  func leads() {
    let visitor = Reply.Visitor.of(ScriptedMode("deep> ")) { _ in .text("first", next: .pop) }
    let session = Session(
      ScriptedMode { _ in Reply(next: .push(visitor.followed { _ in .text("second") })) })
    #expect(type("go", "exit", in: session) == "first")
    #expect(session.hasEnded)
  }

  @Test("what follows the last mode may say something")
  func last() {
    let session = Session(
      Reply.Visitor.of(ScriptedMode("> ")) { _ in .text("bye", next: .push(ScriptedMode())) })
    #expect(type("exit", in: session) == "bye")
    #expect(session.hasEnded)
  }
}

extension Reply.Visitor {
  /// A mode on its way, as a reply has it.
  static func of(_ mode: any Mode, then: @escaping Reply.Continuation) -> Reply.Visitor {
    guard case .push(let visitor) = Reply.Next.push(mode, then: then) else { fatalError() }
    return visitor
  }
}
