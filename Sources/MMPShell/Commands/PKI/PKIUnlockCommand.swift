import Appliance
import Console
import Ledger
import PKI

extension Command {
  /// Takes the password off a private key, in place (RECALLED, pki.md 1.4). What else is in the
  /// file stays.
  static let pkiUnlock = Command(
    "pki unlock", .file("key"), summary: "Remove the password from a private key",
    for: .cryptography
  ) { (call) throws(Refusal) in
    let name = call.arguments[0]
    try call.working(on: [name]) { (appliance, _) throws(Refusal) in
      let files = StoredFiles(appliance)
      guard try files.file(name).hasEncryptedPrivateKey else {
        _ = try files.privateKey(in: name)
        throw Refusal(MMPMessages.notEncrypted(file: name))
      }
    }
    return askPassword { (password) throws(Refusal) in
      // The file may have changed while the question stood.
      let contents = try call.contents(of: name)
      let unlocked = try call.working(on: [], isQuick: false) { (appliance, _) throws(Refusal) in
        do throws(OpenSSLError) {
          return try PKIFile.unlock(
            contents, password: password, by: appliance.release.verificationRules)
        } catch {
          let saying =
            switch error {
            case .wrongPassword: MMPMessages.incorrectPassword
            case .unknownCipher: MMPMessages.unknownCipher(file: name)
            default:
              PKIFile(contents).encoding == .der
                ? MMPMessages.noPrivateKey(file: name) : MMPMessages.damaged(file: name)
            }
          throw Refusal(error.excess?.saying(about: name) ?? saying)
        }
      }
      try call.store(FileStore.File(name: name, contents: unlocked))
      return Reply(MMPMessages.unlocked(file: name))
    }
  }
}
