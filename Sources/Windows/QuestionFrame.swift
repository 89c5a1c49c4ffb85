public import Console
public import Control

extension Frame.Kind {
  /// A command asks its caller something: a ``QuestionFrame``. The next message is the answer.
  public static let question = Frame.Kind(rawValue: 16)
  /// The answer to a question: an ``AnswerFrame``.
  public static let answer = Frame.Kind(rawValue: 17)
  /// The window is open: from now on what is typed there is not lost. No bytes.
  public static let opened = Frame.Kind(rawValue: 18)
}

/// A question of a command, as it goes to the process that had it carried out.
public enum QuestionFrame {
  private static let purposes: [Prompt.Purpose] = [.command, .answer, .secret, .key]

  /// The message for a prompt.
  public static func frame(_ prompt: Prompt) -> Frame {
    let number = purposes.firstIndex(of: prompt.purpose) ?? 0
    return Frame(.question, [UInt8(number)] + prompt.text.utf8.prefix(Frame.limit - 1))
  }

  /// The prompt in a message.
  public static func prompt(_ frame: Frame) throws(ControlError) -> Prompt {
    guard frame.kind == .question, let number = frame.bytes.first, number < purposes.count else {
      throw .malformed
    }
    return Prompt(
      String(decoding: frame.bytes.dropFirst(), as: UTF8.self), purposes[Int(number)])
  }
}

/// What was done at a question, on its way to the command.
public enum AnswerFrame {
  /// The message for an answer; of a line no more than a message holds.
  public static func frame(_ input: Input) -> Frame {
    switch input {
    case .line(let line): Frame(.answer, [0] + line.utf8.prefix(Frame.limit - 1))
    case .end: Frame(.answer, [1])
    case .interrupt: Frame(.answer, [2])
    }
  }

  /// The answer in a message.
  public static func input(_ frame: Frame) throws(ControlError) -> Input {
    guard frame.kind == .answer, let kind = frame.bytes.first else { throw .malformed }
    switch kind {
    case 0: return .line(String(decoding: frame.bytes.dropFirst(), as: UTF8.self))
    case 1: return .end
    case 2: return .interrupt
    default: throw .malformed
    }
  }
}
