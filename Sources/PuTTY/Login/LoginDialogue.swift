import Appliance
import Console
import Ledger

/// The way to an appliance's prompt: host key, user, password.
///
/// A login belongs to a program's mode, which shows its prompt while it lasts. The program asks in
/// its own order, whatever a line was typed for: so a block pasted too early goes wrong as on the
/// real workstation.
protocol LoginDialogue {
  /// What is asked for.
  var prompt: Prompt { get }
  /// What others may hear of an answer.
  func told(of line: String) -> TypedLine
  /// Connects; asks, or comes to an end at once.
  mutating func start() -> LoginStep
  /// Takes an answer.
  mutating func receive(_ line: String) -> LoginStep
  /// Input has ended instead.
  mutating func endOfInput() -> LoginStep
}

/// What a login says and where it stands.
struct LoginStep {
  enum Standing {
    /// It asks ``LoginDialogue/prompt``.
    case asking
    /// It is done.
    case connected(Pass)
    /// It came to nothing.
    case failed
    /// It came to nothing in a way that ends the program.
    case fatal
  }

  /// What is said.
  var parts: [Reply.Part] = []
  /// Where it stands.
  var standing: Standing
}

extension LoginDialogue {
  /// All of it, unless a client asks more than for a password.
  func told(of line: String) -> TypedLine { TypedLine(line) }
}
