import Appliance
import Console
import Ledger

extension Command {
  /// Bare: RECALLED; with a name VERBATIM, shell.md 1. The prompt changes with the next reboot.
  static let hostname = Command(
    "hostname", .word("name", check: HostName.isValid).optional,
    summary: "Show or set the host name"
  ) { call in
    guard let name = call.arguments.first else {
      return Reply(MMPMessages.hostnameIs(hostname: call.appliance.hostname))
    }
    call.appliance.rename(to: name, by: call.visit.presence)
    return Reply(MMPMessages.rebootRequired)
  }
}
