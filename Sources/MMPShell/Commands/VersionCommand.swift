import Appliance
import Console
import Ledger

extension Command {
  /// RECALLED, services.md 6: just the release string.
  static let version = Command(
    "version", summary: "Show the software release", for: .cryptography, onlyReads: true
  ) { call in
    Reply(MMPMessages.versionIs(release: "\(call.appliance.release)"))
  }
}
