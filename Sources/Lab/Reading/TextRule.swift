import Appliance
import PKI
import Words
import Workstation
import YAML

/// What a text in a world's file has to be.
struct TextRule: Sendable {
  let isKept: @Sendable (String) -> Bool
  /// What is said of a text that is not.
  let sentence: String
  /// Whether such a text is not repeated in messages.
  let isSecret: Bool

  /// Anything, up to 64 KiB.
  static let any = TextRule(sentence: "has more than 65536 bytes") { $0.utf8.count <= 1 << 16 }

  /// A host name.
  static let hostName = TextRule(
    sentence: "is no host name: letters, digits and inner hyphens, with dots between them",
    isKept: { HostName.isValid($0) })

  /// An IPv4 address.
  static let address = TextRule(
    sentence: "is no IPv4 address such as 10.0.224.140", isKept: { isIPv4($0) })

  /// A host name or an IPv4 address. What looks like an address has to be one.
  static let host = TextRule(sentence: "is neither a host name nor an IPv4 address") { text in
    let looksLikeAddress = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    return looksLikeAddress ? isIPv4(text) : HostName.isValid(text)
  }

  /// A name of the author's own.
  static let name = TextRule(
    sentence: "is no name: letters, digits, '.', '-' and '_'", isKept: { FileName.isValid($0) })

  /// A user of the appliances. The name may become a file's, and it is logged.
  static let userName = TextRule(
    sentence: "is no user name: letters, digits, '.', '-' and '_'", isKept: { FileName.isValid($0) }
  )

  /// A user of the domain, such as `CMS\cert`.
  static let domainUser = TextRule(
    sentence: "is no user of a domain: up to 104 characters, none of them a control character"
  ) { (1...104).contains($0.utf8.count) && hasNoControls($0) }

  /// A file of an appliance or the web server.
  static let fileName = TextRule(
    sentence: "is no file name: letters, digits, '.', '-' and '_'", isKept: { FileName.isValid($0) }
  )

  /// A file or user of PC1.
  static let driveName = TextRule(
    sentence: "is no name of a file or user on Windows", isKept: { DriveName.isValid($0) })

  /// A folder of PC1, below the user's.
  static let folder = TextRule(
    sentence: #"is no folder on Windows: names with \ between them"#
  ) { text in
    let names = text.split(separator: "\\", omittingEmptySubsequences: false)
    return names.count <= 16 && names.allSatisfy { DriveName.isValid(String($0)) }
  }

  /// A folder of the web server.
  static let urlFolder = TextRule(
    sentence: "is no folder of a web server: letters, digits, '.', '-' and '_', with / between them"
  ) { text in
    let names = text.split(separator: "/", omittingEmptySubsequences: false)
    return names.count <= 16 && names.allSatisfy { FileName.isValid($0) }
  }

  /// A password.
  static let password = TextRule(
    sentence: "this is no password: 1 to 255 bytes, none of them a control character",
    isSecret: true
  ) { (1...255).contains($0.utf8.count) && hasNoControls($0) }

  /// The subject of a certificate.
  static let commonName = TextRule(sentence: "is no common name: 1 to 64 characters") { text in
    hasNoControls(text) && !text.isEmpty
      && (try? DistinguishedName([(.commonName, text)]).validate()) != nil
  }

  /// An entry of a subject alternative name.
  static let alternativeName = TextRule(
    sentence: "is no alternative name: a DNS name, an address or a mailbox"
  ) { AlternativeName($0) != nil }

  /// What an authority is called. Its name stands in a directory's and behind a backslash.
  static let authorityName = TextRule(
    sentence: "is no name of an authority: 1 to 64 letters, digits, blanks, '.', '-' and '_'"
  ) { text in
    (1...64).contains(text.utf8.count) && text.first != " " && text.last != " "
      && text.split(separator: " ").allSatisfy { $0.utf8.allSatisfy(isNameByte) }
  }

  /// A template, as `-attrib CertificateTemplate:` names it.
  static let template = TextRule(
    sentence: "is no name of a template: 1 to 64 letters, digits, '.', '-' and '_'"
  ) { (1...64).contains($0.utf8.count) && $0.utf8.allSatisfy(isNameByte) }

  private init(
    sentence: String, isSecret: Bool = false, isKept: @escaping @Sendable (String) -> Bool
  ) {
    self.sentence = sentence
    self.isSecret = isSecret
    self.isKept = isKept
  }

  private static func isIPv4(_ text: String) -> Bool {
    guard case .address(let bytes) = AlternativeName(text) else { return false }
    return bytes.count == 4
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || "._-".utf8.contains(byte)
  }

  private static func hasNoControls(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  }
}
