import Console
import Ledger
import PKI

extension Command {
  /// Key first, certificate second (TAC 214618). Of a bundle, the first certificate counts.
  static let pkiMatch = Command(
    "pki match", .file("keyfile"), .file("certificate file"),
    summary: "Check that a certificate belongs to a private key", for: .cryptography,
    onlyReads: true
  ) { (call) throws(Refusal) in
    let key = try call.privateKey(in: call.arguments[0])
    let certificate = try call.certificate(in: call.arguments[1])
    guard certificate.matches(key) else { throw Refusal(MMPMessages.notMatching) }
    return Reply(MMPMessages.matching)
  }
}
