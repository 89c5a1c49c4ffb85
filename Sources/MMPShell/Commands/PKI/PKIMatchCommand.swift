import Appliance
import Console
import Ledger

extension Command {
  /// Key first, certificate second (TAC 214618). Of a bundle, the first certificate counts.
  static let pkiMatch = Command(
    "pki match", .file("keyfile"), .file("certificate file"),
    summary: "Check that a certificate belongs to a private key", for: .cryptography,
    onlyReads: true
  ) { (call) throws(Refusal) in
    let (key, certificate) = (call.arguments[0], call.arguments[1])
    try call.working(on: [key, certificate]) { (appliance, _) throws(Refusal) in
      do throws(PairFault) {
        try appliance.pair(privateKey: key, certificate: certificate)
      } catch {
        throw Refusal(error.saying(aboutKey: key, certificate: certificate))
      }
    }
    return Reply(MMPMessages.matching)
  }
}
