/// A mode that asks once, hands the next line to its asker and is gone.
public final class Question: Mode {
  /// What is asked, with its trailing blank.
  public let prompt: String
  /// Whether the answer is shown while it is typed.
  public let echoesInput: Bool
  private let answer: (String, any Screen) -> Reply

  /// A question; `answer` gets the line typed.
  public init(
    _ prompt: String, echoesInput: Bool = true, answer: @escaping (String, any Screen) -> Reply
  ) {
    self.prompt = prompt
    self.echoesInput = echoesInput
    self.answer = answer
  }

  /// Answers are not commands, so they are not recalled.
  public var keepsHistory: Bool { false }

  /// Passes the line on; the question is over unless the asker pushed another one.
  public func receive(_ line: String, on screen: any Screen) -> Reply {
    var reply = answer(line, screen)
    if case .stay = reply.next { reply.next = .pop }
    return reply
  }

  /// Ctrl-C takes the question away.
  public func interrupt() -> Reply { Reply(next: .pop) }
}
