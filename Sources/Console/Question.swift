public import Ledger

/// A mode that asks once, hands the next line to its asker and is gone.
public final class Question: Mode {
  /// What is asked.
  public let prompt: Prompt
  private let answer: (String, any Screen) -> Reply
  private let telling: (String) -> TypedLine

  /// A question; `answer` gets the line typed, `told` says what others may hear of it.
  public init(
    _ saying: Saying, _ purpose: Prompt.Purpose = .answer,
    told telling: @escaping (String) -> TypedLine = { TypedLine($0) },
    answer: @escaping (String, any Screen) -> Reply
  ) {
    prompt = Prompt(saying, purpose)
    self.telling = telling
    self.answer = answer
  }

  /// A question in words of no ledger.
  public init(_ prompt: Prompt, answer: @escaping (String, any Screen) -> Reply) {
    self.prompt = prompt
    telling = { TypedLine($0) }
    self.answer = answer
  }

  /// What others may hear of an answer.
  public func told(of line: String) -> TypedLine { telling(line) }

  /// Passes the line on; the question is over, and another one takes its place. Ctrl-C and the end
  /// of input take it away.
  public func receive(_ input: Input, on screen: any Screen) -> Reply {
    guard case .line(let line) = input else { return Reply(next: .pop) }
    var reply = answer(line, screen)
    switch reply.next {
    case .stay: reply.next = .pop
    case .push(let visitor): reply.next = .replace(visitor)
    case .replace, .pop, .end, .run: break
    }
    return reply
  }
}
