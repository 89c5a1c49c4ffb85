import Console

/// A question that takes Y or N and asks again otherwise.
final class YesNoQuestion: Mode {
  private(set) var prompt: String
  private var answer: (Bool) -> (Output, Reply.Next)

  init(_ prompt: String, answer: @escaping (Bool) -> (Output, Reply.Next)) {
    self.prompt = prompt
    self.answer = answer
  }

  var keepsHistory: Bool { false }

  /// The first letter counts (RECALLED).
  func receive(_ line: String, on screen: any Screen) -> Reply {
    switch line.drop(while: { $0 == " " }).first?.lowercased() {
    case "y": reply(true)
    case "n": reply(false)
    default: Reply()
    }
  }

  /// Ctrl-C takes the question away.
  func interrupt() -> Reply { Reply(next: .pop) }

  /// Another question takes this one's place.
  private func reply(_ isYes: Bool) -> Reply {
    let (output, next) = answer(isYes)
    guard case .push(let mode) = next, let question = mode as? YesNoQuestion else {
      return Reply(output.shown(), next: .pop)
    }
    prompt = question.prompt
    answer = question.answer
    return Reply(output.shown())
  }
}
