import Appliance
import Console
import Ledger

extension Command {
  /// Checks that a certificate leads to a self-signed one in the bundle.
  ///
  /// With a third file the bundle only lends links, and that file holds the trust anchor.
  static let pkiVerify = Command(
    "pki verify", .file("cert"), .file("certificate bundle/Root CA"), .file("Root CA").optional,
    summary: "Check that a certificate was signed by a CA", for: .cryptography,
    onlyReads: true
  ) { (call) throws(Refusal) in
    let (certificate, bundles) = (call.arguments[0], call.arguments.dropFirst())
    try call.working(on: call.arguments) { (appliance, _) throws(Refusal) in
      do throws(ChainFault) {
        try appliance.verify(
          certificate: certificate, links: Array(bundles.dropLast()), anchors: bundles.last ?? "")
      } catch {
        throw Refusal(error.saying(about: certificate))
      }
    }
    return Reply(MMPMessages.verified)
  }
}
