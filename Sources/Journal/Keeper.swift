/// Keeps what changes in a world, so that it is there again when the program is.
///
/// Whoever changes state under a lock has the change kept under that lock and before memory changes:
/// what anybody can read is kept already, and so is all that an answer tells of.
public protocol Keeper: Sendable {
  /// Keeps all of the changes, or none. What is still owed is kept before them.
  func keep(_ changes: [MachineChanges]) throws(KeepingFault)

  /// Keeps the changes as soon as that is possible: for those that cannot be refused. They come
  /// before all that are kept later.
  func owe(_ changes: [MachineChanges])
}

/// Why changes were not kept.
public enum KeepingFault: Error, Sendable, Equatable {
  /// There is no room for them.
  case full
  /// Anything else: what is so of where they are kept, as in "is damaged".
  case failed(String)
}

extension Journal {
  /// Has changes kept by its keeper, if it has one.
  public func keep(
    _ changes: @autoclosure () -> [Change], of machine: String
  ) throws(KeepingFault) {
    guard let keeper else { return }
    let changes = changes()
    if !changes.isEmpty { try keeper.keep([MachineChanges(of: machine, changes)]) }
  }

  /// Has changes kept that cannot be refused; see ``Keeper/owe(_:)``.
  public func owe(_ changes: @autoclosure () -> [Change], of machine: String) {
    guard let keeper else { return }
    let changes = changes()
    if !changes.isEmpty { keeper.owe([MachineChanges(of: machine, changes)]) }
  }
}
