import Console
import Ledger

extension Command {
  /// RECALLED to show which service uses which file (pki.md 1.4).
  static let pki = Command(
    "pki", summary: "Keys, CSRs and certificates", for: .cryptography, onlyReads: true
  ) { _ in
    Reply(MMPMessages.nothingInUse)
  }
}
