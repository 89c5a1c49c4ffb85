import Ledger

/// Hears whether the last command said an error. What it asks belongs to it; an empty line is no
/// command, and one that only leaves changes nothing.
public final class LastAnswer: SessionTap {
  /// Whether it did.
  public private(set) var isError = false

  /// What was so before the command that is carried out, and how many modes there were.
  private var before = (isError: false, depth: 0)

  /// Nothing was said yet.
  public init() {}

  /// A command begins, unless it is an answer.
  public func session(_ session: Session, takes input: Input, at prompt: Prompt?) {
    guard case .line(let line) = input, prompt.map({ $0.purpose == .command }) ?? true else {
      return
    }
    before = (isError, session.depth)
    if line.contains(where: { !$0.isWhitespace }) { isError = false }
  }

  /// Errors are messages with a remedy.
  public func session(_ session: Session, shows part: Part) {
    if case .saying(let saying) = part, saying.message.advice != nil { isError = true }
  }

  /// Nothing was done by who left.
  public func session(_ session: Session, answered input: Input, wasInterrupted: Bool) {
    if session.depth < before.depth, before.isError { isError = true }
    before.depth = 0
  }
}
