public import Appliance
import MMPShell
public import SFTP

extension Appliance: ServedMachine {
  /// That of its console.
  public static var passwordPrompt: String? { Shell.passwordPrompt }

  /// A console at the appliance's prompt. A command that was refused does not change the status:
  /// automation looks at what it says.
  public func console(for visit: Visit, carryingOut lines: [String]?) -> GuestConsole {
    GuestConsole(visit.session(carryingOut: lines))
  }

  /// The appliance's files.
  public func files(
    for visit: Visit, hasMemory: @escaping @Sendable () -> Bool
  ) -> any ServedFiles {
    RemoteFiles(for: visit, hasMemory: hasMemory)
  }
}
