import Appliance
import Console
import Ledger
import PKI

extension Command {
  /// Makes a key and a certificate signed by it, which may sign others (pki.md 1.2).
  ///
  /// Without CN the host name stands for it. Validity and output are UNKNOWN: a year, and the words
  /// of `pki csr`.
  static let pkiSelfsigned = Command(
    "pki selfsigned", .word("key/cert basename"), .csrAttributes(required: []),
    summary: "Create a private key and a self-signed certificate", for: .cryptography
  ) { (call) throws(Refusal) in
    let basename = call.arguments[0]
    guard call.appliance.release.acceptsBasename(basename) else {
      throw Refusal(MMPMessages.invalidCertificateName)
    }
    let attributes = try CSRAttributes(Array(call.arguments.dropFirst()))
    var subject = attributes.subject
    if attributes[.commonName] == nil {
      subject.attributes.append((.commonName, call.appliance.hostname))
    }
    let names = try attributes.alternativeNames()
    try subject.check()

    guard let key = try newKey(for: call) else { return Reply() }
    let certificate = try refusing { () throws(OpenSSLError) in
      try Certificate(
        selfSignedBy: key, subject: subject, alternativeNames: names,
        validity: Validity(from: call.appliance.now(), days: certificateDays))
    }
    try call.store(
      FileStore.File(name: "\(basename).key", contents: key.pem),
      FileStore.File(name: "\(basename).crt", contents: certificate.pem))
    return Reply(MMPMessages.createdKeyAndCertificate(basename: basename))
  }
}

/// How long a certificate made on the appliance is valid. UNKNOWN; a year is what CAs usually give.
let certificateDays = 365
