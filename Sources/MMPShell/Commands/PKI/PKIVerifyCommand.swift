import Appliance
import Console
import Ledger
import PKI

extension Command {
  /// Checks that a certificate leads to a self-signed one in the bundle.
  ///
  /// With a third file the bundle only lends links, and that file holds the trust anchor.
  static let pkiVerify = Command(
    "pki verify", .file("cert"), .file("certificate bundle/Root CA"), .file("Root CA").optional,
    summary: "Check that a certificate was signed by a CA", for: .cryptography,
    onlyReads: true
  ) { (call) throws(Refusal) in
    let certificate = try call.certificate(in: call.arguments[0])
    let chains = try call.arguments.dropFirst().map { (name) throws(Refusal) in
      try call.certificates(in: name)
    }
    do throws(VerificationFailure) {
      try CertificateChain.verify(
        certificate, anchors: chains[chains.count - 1],
        intermediates: chains.dropLast().flatMap { $0 }, at: call.appliance.now())
    } catch {
      throw Refusal(
        MMPMessages.notVerified(
          code: "\(error.code)", depth: "\(error.depth)", reason: error.reason))
    }
    return Reply(MMPMessages.verified)
  }
}
