import Console
import Ledger

/// Notes which messages sessions say.
final class SaidMessages: SessionTap {
  /// Their names in the ledger.
  private(set) var ids: Set<String> = []
  /// Those since the last ``turn()``.
  private(set) var latest: Set<String> = []

  /// Begins a new line.
  func turn() { latest = [] }

  func session(_ session: Session, takes input: Input, at prompt: Prompt?) {
    if let saying = prompt?.saying { note(saying) }
  }

  func session(_ session: Session, shows part: Reply.Part) {
    if case .saying(let saying) = part { note(saying) }
  }

  func session(_ session: Session, answered input: Input, wasInterrupted: Bool) {}

  private func note(_ saying: Saying) {
    ids.insert(saying.id)
    latest.insert(saying.id)
    for quoted in saying.quoted { note(quoted) }
  }
}
