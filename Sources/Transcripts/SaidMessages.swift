import Console
import Ledger

/// Notes which messages sessions say.
final class SaidMessages: SessionTap {
  /// Their names in the ledger.
  private(set) var ids: Set<String> = []

  func session(_ session: Session, takes input: Input, at prompt: Prompt?) {
    if let saying = prompt?.saying { note(saying) }
  }

  func session(_ session: Session, shows part: Reply.Part) {
    if case .saying(let saying) = part { note(saying) }
  }

  func session(_ session: Session, answered input: Input, wasInterrupted: Bool) {}

  private func note(_ saying: Saying) {
    ids.insert(saying.id)
    for quoted in saying.quoted { note(quoted) }
  }
}
