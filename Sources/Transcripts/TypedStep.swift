/// A line that a replay typed.
public struct TypedStep: Sendable, Equatable {
  /// What stood in the window's last line then: its prompt, and what was typed behind it.
  public let line: String
  /// The messages it was answered with, by their names in the ledger.
  public let said: Set<String>
}
