import Console
import Ledger

extension Builtin {
  /// Any key will do.
  static let pause = Builtin("pause", summary: "Waits for the Enter key.") { _ in
    Effect(next: .push(Question(CmdMessages.pressKey, .key) { _, _ in Reply() }))
  }
}
