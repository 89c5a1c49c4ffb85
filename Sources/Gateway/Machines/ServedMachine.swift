public import Appliance
public import Console
public import SFTP

/// A machine that SSH and SFTP clients find behind a door, with what it has for those let in.
public protocol ServedMachine: Machine {
  /// What it asks for the password with where a client shows the server's question; nil if it leaves
  /// the question to clients.
  static var passwordPrompt: String? { get }

  /// A session at its prompt; with `lines` it carries these out and is over. Its journal hears it.
  func console(for visit: MachineVisit<Self>, carryingOut lines: [String]?) -> GuestConsole

  /// Its files for a visitor who may have some, as long as `hasMemory` says that the host has memory
  /// for more.
  func files(
    for visit: MachineVisit<Self>, hasMemory: @escaping @Sendable () -> Bool
  ) -> any ServedFiles
}

/// A console of a machine, and what became of it.
public struct GuestConsole {
  /// What is typed at.
  public let session: Session
  /// What the client is told at the end.
  public let exitStatus: () -> Int32

  /// A console whose end says nothing, unless something else is given.
  public init(_ session: Session, exitStatus: @escaping () -> Int32 = { 0 }) {
    self.session = session
    self.exitStatus = exitStatus
  }
}
