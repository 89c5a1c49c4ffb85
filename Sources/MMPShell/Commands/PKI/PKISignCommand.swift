import Appliance
import Console
import Ledger
import PKI

extension Command {
  /// Signs `<basename>.csr` with a CA made by `pki selfsigned`, into `<basename>.crt` (pki.md 1.3).
  static let pkiSign = Command(
    "pki sign", .word("csr/cert basename"), .word("CA key/cert basename"),
    summary: "Sign a CSR with a CA of this appliance", since: Release(2, 7), for: .cryptography
  ) { (call) throws(Refusal) in
    let (name, ca) = (call.arguments[0], call.arguments[1])
    let request = try call.request(in: "\(name).csr")
    let key = try call.privateKey(in: "\(ca).key")
    let issuer = try call.certificate(in: "\(ca).crt")
    guard request.isSignedByItsKey else {
      throw Refusal(MMPMessages.invalidRequestSignature(file: "\(name).csr"))
    }
    guard issuer.matches(key, by: call.appliance.release.verificationRules) else {
      throw Refusal(MMPMessages.notMatching)
    }

    let certificate = try refusing { () throws(OpenSSLError) in
      try Certificate(
        for: request, issuer: issuer, key: key,
        validity: Validity(from: call.appliance.now(), days: certificateDays))
    }
    var files = [FileStore.File(name: "\(name).crt", contents: certificate.pem)]
    if call.appliance.release.writesFullChain {
      files.append(
        FileStore.File(name: "\(name)-fullchain.crt", contents: certificate.pem + issuer.pem))
    }
    try call.store(files)
    return Reply(files.map { MMPMessages.createdCertificate(file: $0.name) })
  }
}
