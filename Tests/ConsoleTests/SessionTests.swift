import Console
import TestSupport
import Testing

/// A mode that repeats lines and knows a few words.
private final class Parrot: Mode {
  let prompt: Prompt
  init(_ prompt: String) { self.prompt = Prompt(prompt) }

  func receive(_ input: Input, on screen: any Screen) -> Reply {
    guard case .line(let line) = input else { return input == .end ? Reply(next: .pop) : Reply() }
    switch line {
    case "push": return Reply(next: .push(Parrot("deeper> ")))
    case "pop": return Reply(next: .pop)
    case "end": return Reply(Array("bye\n".utf8), next: .end)
    case "ask":
      return Reply(
        next: .push(
          Question(Prompt("sure? ", .answer)) { answer, _ in
            answer == "ask"
              ? Reply(
                next: .push(
                  Question(Prompt("really? ", .answer)) { second, _ in Reply(Array(second.utf8)) }))
              : Reply(Array("you said \(answer)\n".utf8))
          }))
    default: return Reply(Array("\(line)\n".utf8))
    }
  }
}

@Suite("Session")
struct SessionTests {
  private let session = Session(Parrot("> "))
  private let screen = TextScreen()

  private func type(_ lines: String...) -> String {
    session.type(lines, on: screen)
  }

  @Test("shows the answer and stays")
  func answer() {
    #expect(type("hello") == "hello\n")
    #expect(session.prompt.text == "> ")
  }

  @Test("a pushed mode takes lines until it pops")
  func stack() {
    #expect(type("push") == "")
    #expect(session.prompt.text == "deeper> ")
    _ = type("pop")
    #expect(session.prompt.text == "> ")
    _ = type("pop")
    #expect(session.hasEnded)
    #expect(session.prompt.text == "")
  }

  @Test("the line after a question answers it, even in a pasted block")
  func question() {
    #expect(type("ask", "yes", "hello") == "you said yes\nhello\n")
  }

  @Test("a question may lead to another, and then both are done")
  func questions() {
    #expect(type("ask", "ask") == "")
    #expect(session.prompt.text == "really? ")
    #expect(type("no") == "no")
    #expect(session.prompt.text == "> ")
  }

  @Test("Ctrl-C takes a question away and leaves a prompt alone")
  func interrupt() {
    session.receive(.interrupt, on: screen)
    #expect(session.prompt.text == "> ")
    _ = type("ask")
    session.receive(.interrupt, on: screen)
    #expect(session.prompt.text == "> ")
  }

  @Test("nothing is heard after the end")
  func end() {
    #expect(type("push", "end", "hello") == "bye\n")
    session.receive(.interrupt, on: screen)
    #expect(session.hasEnded)
  }
}
