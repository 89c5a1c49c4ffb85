import Console
import Ledger

/// A question that takes Y or N and asks again otherwise.
final class YesNoQuestion: Mode {
  let prompt: Prompt
  private let answer: (Bool) -> (Output, Reply.Next)

  init(_ saying: Saying, answer: @escaping (Bool) -> (Output, Reply.Next)) {
    prompt = Prompt(saying, .answer)
    self.answer = answer
  }

  /// The first letter counts (RECALLED). Ctrl-C and the end of input take the question away.
  func receive(_ input: Input, on screen: any Screen) -> Reply {
    guard case .line(let line) = input else { return Reply(next: .pop) }
    switch line.drop(while: { $0 == " " }).first?.lowercased() {
    case "y": return reply(true)
    case "n": return reply(false)
    default: return Reply()
    }
  }

  /// Another question takes this one's place.
  private func reply(_ isYes: Bool) -> Reply {
    let (output, next) = answer(isYes)
    guard case .push(let question) = next else { return Reply(output.shown(), next: .pop) }
    return Reply(output.shown(), next: .replace(question))
  }
}
