import Console
import Ledger

extension Builtin {
  /// Any line will do.
  static let pause = Builtin("pause", summary: "Waits for the Enter key.") { _ in
    Outcome(next: .push(Question(Message.pressKey()) { _, _ in Reply() }))
  }
}
