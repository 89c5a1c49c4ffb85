import Appliance
import Console
import Ledger
import PKI

extension Command {
  /// Makes a key and a CSR; both are stored, or neither. Overwrites without asking (TAC 214618).
  static let pkiCSR = Command(
    "pki csr", .word("key/cert basename"), .csrAttributes(required: [.commonName]),
    summary: "Create a private key and a certificate signing request", for: .cryptography
  ) { (call) throws(Refusal) in
    let basename = call.arguments[0]
    guard call.appliance.release.acceptsBasename(basename) else {
      throw Refusal(MMPMessages.invalidCSRName)
    }
    let attributes = try CSRAttributes(Array(call.arguments.dropFirst()))
    guard attributes[.commonName] != nil else {
      throw Refusal(MMPMessages.missingCN, usage: [call.command])
    }
    let subject = attributes.subject
    let names = try attributes.alternativeNames()
    try subject.check()

    guard let key = try newKey(for: call) else { return Reply() }
    let request = try refusing { () throws(OpenSSLError) in
      try CertificateRequest(subject: subject, alternativeNames: names, key: key)
    }
    try call.store(
      FileStore.File(name: "\(basename).key", contents: key.pem),
      FileStore.File(name: "\(basename).csr", contents: request.pem))
    return Reply(
      MMPMessages.createdKeyAndCSR(basename: basename), MMPMessages.csrReady(basename: basename))
  }
}
