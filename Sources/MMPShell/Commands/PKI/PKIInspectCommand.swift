import Appliance
import Console
import Ledger
import PKI

extension Command {
  /// Tells what a file holds and prints it (VERBATIM for a PEM certificate, pki.md 2.3).
  ///
  /// Each element of a bundle is announced and printed. Private keys are named, not shown.
  static let pkiInspect = Command(
    "pki inspect", .file("filename"), summary: "Show what a file contains", for: .cryptography
  ) { (call) throws(Refusal) in
    let name = call.arguments[0]
    let found = call.appliance.file(named: name)
    var answer = Answer()
    if let found, found.isSSHPublicKeyFile {
      answer += Message.checkingSSHKeys("found")
    } else {
      answer += Message.checkingSSHKeys("not found")
      answer += Message.checkingUserFiles(found == nil ? "not found" : "found")
    }
    guard let found else {
      answer += Message.fileNotFound(name)
      return answer.reply
    }
    guard !found.contents.isEmpty else {
      answer += Message.fileEmpty(name)
      return answer.reply
    }
    let file = found.decoded.file
    for element in file.elements { answer.describe(element, in: file, named: name) }
    if file.elements.isEmpty { answer += Message.containsUnknown() }
    return answer.reply
  }
}

/// The lines of an answer that also carries bytes of no known encoding.
private struct Answer {
  private var text: [UInt8] = []

  static func += (answer: inout Answer, line: String) {
    answer.text += line.utf8
    answer.text.append(0x0A)
  }

  var reply: Reply { Reply(text) }

  mutating func describe(_ element: PKIFile.Element, in file: PKIFile, named name: String) {
    switch element {
    case .certificate(let certificate):
      announce("certificate", in: file)
      text += certificate.text
    case .request(let request):
      announce("certificate request", in: file)
      text += request.text
    case .privateKey(let key):
      announce("private key", in: file)
      self += Message.keySize(key.kind, "\(key.bits)")
    case .encryptedPrivateKey: announce("encrypted private key", in: file)
    case .publicKey: announce("public key", in: file)
    case .pkcs12: announce("PKCS#12 container", in: file)
    // Whatever else a label has in it, a terminal might obey.
    case .other(let label) where label.utf8.allSatisfy { (0x20...0x7E).contains($0) }:
      announce(label, in: file)
    case .other: self += Message.containsUnknown()
    case .sshPublicKey: self += Message.containsSSHKey()
    case .damaged: self += Message.damaged(name)
    }
  }

  private mutating func announce(_ kind: String, in file: PKIFile) {
    if file.encoding == .pem, kind == "certificate" {
      self += Message.containsPEMCertificate()
    } else {
      self += Message.containsEncoded(file.encoding == .pem ? "PEM" : "DER", kind)
    }
  }
}
