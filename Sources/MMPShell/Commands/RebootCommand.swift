import Appliance
import Console

extension Command {
  /// The confirmation of the real one is UNKNOWN, so there is none (services.md 6). Whoever came over
  /// the network is put out by it; the machine's own console comes back at the prompt.
  static let reboot = Command("reboot", summary: "Restart the appliance") { call in
    call.appliance.reboot(by: call.visit.presence)
    return Reply(next: call.visit.isCut ? .pop : .stay)
  }
}
