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
    let sources = ["\(name).csr", "\(ca).key", "\(ca).crt"]
    let (certificate, issuer) = try call.working(on: sources) { (appliance, _) throws(Refusal) in
      let files = StoredFiles(appliance)
      let request = try files.request(in: sources[0])
      let key = try files.privateKey(in: sources[1])
      let issuer = try files.certificate(in: sources[2])
      guard request.isSignedByItsKey else {
        throw Refusal(MMPMessages.invalidRequestSignature(file: sources[0]))
      }
      guard issuer.matches(key, by: appliance.release.verificationRules) else {
        throw Refusal(MMPMessages.notMatching)
      }
      let certificate = try refusing { () throws(OpenSSLError) in
        try Certificate(
          for: request, issuer: issuer, key: key,
          validity: Validity(from: appliance.now(), days: certificateDays))
      }
      return (certificate, issuer)
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
