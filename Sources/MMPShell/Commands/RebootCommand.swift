import Appliance
import Console

extension Command {
  /// Named beside `hostname` (VERBATIM use, TAC 213821); its confirmation is UNKNOWN, so none is
  /// asked. Files stay, the new host name takes effect, and the console comes back at its prompt.
  static let reboot = Command("reboot", summary: "Restart the appliance") { call in
    call.appliance.reboot()
    return Reply()
  }
}
