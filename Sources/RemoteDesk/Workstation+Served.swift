public import Appliance
public import Gateway
public import SFTP
public import Workstation

extension Workstation: ServedMachine {
  /// Windows' server leaves the question to clients.
  public static var passwordPrompt: String? { nil }

  /// A command window. Lines that came with the request leave `%errorlevel%` to the client, as
  /// `cmd /c` does.
  public func console(
    for visit: MachineVisit<Workstation>, carryingOut lines: [String]?
  ) -> GuestConsole {
    let seat = seat(for: visit)
    return GuestConsole(seat.session(carryingOut: lines)) {
      lines == nil ? 0 : Int32(truncatingIfNeeded: seat.errorLevel)
    }
  }

  /// The folder that windows open in, `Desktop\Certificates`.
  public func files(
    for visit: MachineVisit<Workstation>, hasMemory: @escaping @Sendable () -> Bool
  ) -> any ServedFiles {
    DeskFiles(for: visit, hasMemory: hasMemory)
  }
}
