import Appliance
import Console
import Ledger

extension Command {
  /// Names in order of creation; contents are not looked at. VERBATIM, pki.md 2.2.
  static let pkiList = Command(
    "pki list", summary: "List keys, CSRs and certificates", for: .cryptography,
    onlyReads: true
  ) { call in
    let files = call.appliance.files
    let sshKeys = files.filter(\.isSSHPublicKeyFile)
    var parts: [Reply.Part] = [.saying(MMPMessages.listHeading)]
    let names = files.lazy.filter { !$0.isSSHPublicKeyFile }.map(\.name)
    if !names.isEmpty { parts.append(.lines(names)) }
    if !sshKeys.isEmpty {
      parts.append(.saying(MMPMessages.listSSHHeading))
      parts.append(.lines(sshKeys.map(\.name)))
    }
    return Reply(parts)
  }
}

extension FileStore.File {
  /// Whether this is a user's SSH public key, `<user>.pub` (RECALLED, shell.md 10).
  var isSSHPublicKeyFile: Bool { name.hasSuffix(".pub") }
}
