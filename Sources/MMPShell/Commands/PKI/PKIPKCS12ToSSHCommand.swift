import Appliance
import Console
import Ledger
import PKI

extension Command {
  /// Turns an uploaded PKCS #12 `<username>.pub` into the user's SSH public key, under the same
  /// name (RECALLED, pki.md 1.4; MMP reference 2.0 p. 31).
  static let pkiPKCS12ToSSH = Command(
    "pki pkcs12-to-ssh", .word("username"), summary: "Turn a PKCS#12 file into an SSH public key",
    for: .cryptography
  ) { (call) throws(Refusal) in
    let name = "\(call.arguments[0]).pub"
    try call.working(on: [name]) { (appliance, _) throws(Refusal) in
      guard case .pkcs12? = try StoredFiles(appliance).file(name).elements.first else {
        throw Refusal(MMPMessages.notPKCS12(file: name))
      }
    }
    return askPassword { (password) throws(Refusal) in
      let contents = try call.contents(of: name)
      let certificate = try call.working(on: [], isQuick: false) { (appliance, _) throws(Refusal) in
        do throws(OpenSSLError) {
          return try Certificate(
            pkcs12: contents, password: password, by: appliance.release.verificationRules)
        } catch {
          let saying =
            switch error {
            case .wrongPassword: MMPMessages.incorrectPassword
            case .unknownCipher: MMPMessages.unknownCipher(file: name)
            case .missingKey: MMPMessages.noKeyInPKCS12(file: name)
            case .missingCertificate: MMPMessages.noCertificateInPKCS12(file: name)
            default: MMPMessages.notPKCS12(file: name)
            }
          throw Refusal(error.excess?.saying(about: name) ?? saying)
        }
      }
      guard let key = SSHPublicKey(of: certificate) else {
        throw Refusal(MMPMessages.noSSHForm(file: name))
      }
      try call.store(FileStore.File(name: name, contents: key.text))
      return Reply(MMPMessages.convertedToSSH(file: name))
    }
  }
}
