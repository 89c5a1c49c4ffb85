import Console
import Ledger
import Testing

private enum Sayings: Catalogue {
  static let product = "test"
  static let fine = answer("fine", "Fine", .inferred, source: "")
  static let wrong = error("wrong", "Wrong", .inferred, source: "", cause: "", remedy: "")
  static var sayings: [Saying] { [fine, wrong] }
}

@Suite("LastAnswer")
struct LastAnswerTests {
  /// Whether the last answer to these lines is an error.
  private func isError(_ lines: String...) -> Bool {
    func answer(_ line: String) -> Reply {
      switch line {
      case "bad": Reply(Sayings.wrong)
      case "ask":
        Reply(next: .push(Question(Prompt("? ", .answer)) { answer, _ in Self.judged(answer) }))
      case "visit": Reply(next: .push(ScriptedMode("inner> ", answer: answer)))
      case "quit": Reply(Sayings.wrong, next: .pop)
      default: Reply(Sayings.fine)
      }
    }
    let session = Session(ScriptedMode(answer: answer))
    let last = LastAnswer()
    session.add(last)
    let screen = TextScreen()
    for line in lines { session.receive(line == "^D" ? .end : .line(line), on: screen) }
    return last.isError
  }

  private static func judged(_ answer: String) -> Reply {
    answer == "right" ? Reply(Sayings.fine) : Reply(Sayings.wrong)
  }

  @Test("the last command counts, with what it asks")
  func last() {
    #expect(!isError())
    #expect(isError("good", "bad") && !isError("bad", "good"))
    #expect(isError("ask", "other") && !isError("ask", "right"))
    #expect(!isError("bad", "ask") && !isError("ask", "other", "good"))
  }

  @Test("whoever only leaves, or types nothing, changes nothing")
  func leaving() {
    #expect(isError("bad", "exit") && isError("bad", "") && isError("bad", "  ", "^D"))
    #expect(isError("visit", "bad", "exit") && !isError("bad", "visit", "good", "exit"))
    #expect(isError("good", "quit"))
  }
}
