import Appliance
import Console
import Ledger
import PKI

extension Command {
  /// Tells what a file holds and prints it (VERBATIM for a PEM certificate, pki.md 2.3).
  ///
  /// Each element of a bundle is announced and printed. Private keys are named, not shown.
  static let pkiInspect = Command(
    "pki inspect", .file("filename"), summary: "Show what a file contains", for: .cryptography,
    onlyReads: true
  ) { (call) throws(Refusal) in
    let name = call.arguments[0]
    return Reply(
      try call.working(on: [name]) { appliance, isWanted in
        Answer(about: name, on: appliance, while: isWanted)?.parts
      })
  }
}

/// The lines of an answer that also carries bytes of no known encoding.
private struct Answer {
  private(set) var parts: [Reply.Part] = []

  /// What is in a file; nil if `isWanted`, asked before each element, says that nobody reads it.
  init?(about name: String, on appliance: Appliance, while isWanted: () -> Bool) {
    let found = appliance.file(named: name)
    if let found, found.isSSHPublicKeyFile {
      self += MMPMessages.checkingSSHKeys(result: "found")
    } else {
      self += MMPMessages.checkingSSHKeys(result: "not found")
      self += MMPMessages.checkingUserFiles(result: found == nil ? "not found" : "found")
    }
    guard let found else {
      self += FileFault.notFound.saying(about: name)
      return
    }
    guard !found.contents.isEmpty else {
      self += FileFault.empty.saying(about: name)
      return
    }
    guard let file = found.decoded.file(while: isWanted) else { return nil }
    for element in file.elements {
      guard isWanted() else { return nil }
      describe(element, in: file, named: name)
    }
    if file.elements.isEmpty { self += MMPMessages.containsUnknown }
  }

  static func += (answer: inout Answer, saying: Saying) {
    answer.parts.append(.saying(saying))
  }

  private mutating func describe(_ element: PKIFile.Element, in file: PKIFile, named name: String) {
    switch element {
    case .certificate(let certificate):
      announce("certificate", in: file)
      parts.append(.bytes(certificate.text))
    case .request(let request):
      announce("certificate request", in: file)
      parts.append(.bytes(request.text))
    case .privateKey(let key):
      announce("private key", in: file)
      self += MMPMessages.keySize(kind: key.kind, bits: "\(key.bits)")
    case .encryptedPrivateKey: announce("encrypted private key", in: file)
    case .publicKey: announce("public key", in: file)
    case .pkcs12: announce("PKCS#12 container", in: file)
    // Whatever else a label has in it, a terminal might obey.
    case .other(let label) where label.utf8.allSatisfy { (0x20...0x7E).contains($0) }:
      announce(label, in: file)
    case .other: self += MMPMessages.containsUnknown
    case .sshPublicKey: self += MMPMessages.containsSSHKey
    case .damaged: self += FileFault.damaged.saying(about: name)
    case .excessive(let excess): self += excess.saying(about: name)
    }
  }

  private mutating func announce(_ kind: String, in file: PKIFile) {
    if file.encoding == .pem, kind == "certificate" {
      self += MMPMessages.containsPEMCertificate
    } else {
      self += MMPMessages.containsEncoded(
        encoding: file.encoding == .pem ? "PEM" : "DER", kind: kind)
    }
  }
}
