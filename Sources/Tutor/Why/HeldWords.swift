import PKI

/// What is in a file, in words.
enum HeldWords {
  /// As in `a certificate for cms1.pod7.cms.lab`.
  static func of(_ file: LabFile, in files: LabFiles) -> String {
    guard !file.contents.isEmpty else { return "nothing: it is empty" }
    guard let held = file.held else {
      return "\(file.contents.count) bytes, too many to look into"
    }
    guard let first = held.elements.first else { return bytes(file.contents) }
    if held.certificates.count > 1, held.certificates.count == held.elements.count {
      return "\(held.certificates.count) certificates, the first for "
        + files.holder(held.certificates[0], in: file)
    }
    let shown = held.elements.prefix(3).map { words($0, of: file, in: files) }
    let more = held.elements.count - shown.count
    let form: String = if case .der = held.encoding { ", in binary form (DER)" } else { "" }
    if held.elements.count == 1 { return words(first, of: file, in: files) + form }
    return more > 0
      ? shown.joined(separator: ", ") + " and \(more) more" : Written.list(Array(shown))
  }

  /// What becomes of a container, in a sentence; nil for anything else.
  static func advice(on file: LabFile) -> String? {
    for element in file.held?.elements ?? [] {
      switch element {
      case .pkcs12:
        return "An appliance sees neither certificate nor key in such a container: both have to be "
          + "exported from it, as base64 (PEM)."
      case .other("PKCS7"):
        return
          "An appliance sees no certificate in such a container: they have to be exported from "
          + "it one by one, as base64 (PEM)."
      default: continue
      }
    }
    return nil
  }

  private static func words(_ element: PKIFile.Element, of file: LabFile, in files: LabFiles)
    -> String
  {
    switch element {
    case .certificate(let certificate): "a certificate for \(files.holder(certificate, in: file))"
    case .request(let request):
      "a certificate request for \(Written.name(request.commonName ?? request.subjectText))"
    case .privateKey(let key): "a private key (\(Written.name(key.kind)), \(key.bits) bits)"
    case .encryptedPrivateKey: "a private key with a password on"
    case .publicKey: "a public key without its private half"
    case .sshPublicKey: "an SSH public key"
    case .pkcs12: "a PKCS#12 container (.pfx or .p12)"
    case .other("PKCS7"): "a PKCS#7 container (.p7b)"
    case .other(let label): "a block called \(Written.name(label))"
    case .damaged: "a block that cannot be read"
    case .excessive: "more than is read"
    }
  }

  /// What the bytes of a file look like in which nothing is known.
  private static func bytes(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return "text in UTF-16, of which no byte is looked at: save it as ANSI or ASCII"
    }
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let start = bytes.dropFirst(isMarked ? 3 : 0).prefix(512)
    if !PEMLayout(bytes).marks.isEmpty { return "text with BEGIN or END lines that are not seen" }
    if start.first == 0x3C { return "a web page, as a download of a wrong address leaves" }
    if start.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || (0x09...0x0D).contains($0) }) {
      let letters = start.filter { $0 > 0x20 }
      if letters.isEmpty, bytes.count <= start.count { return "nothing but blanks and line ends" }
      let isBase64 = letters.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2F, 0x3D: true
        default: false
        }
      }
      if isBase64, letters.count > 200 { return "base64 without its BEGIN and END lines" }
      let text = String(decoding: start.prefix(40).prefix { $0 >= 0x20 }, as: UTF8.self)
      return "text that begins with \"\(Written.plain(text, 40))\""
    }
    return "\(Written.count(bytes.count, "byte")) that are no text and no known form"
  }
}
