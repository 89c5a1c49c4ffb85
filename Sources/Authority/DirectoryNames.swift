/// Where an enterprise authority stands in Active Directory, and the URLs that follow from it.
public struct DirectoryNames: Sendable, Equatable {
  /// The host's domain, such as `["cms", "lab"]`.
  public let domain: [String]
  /// The host's short name as the directory has it, such as `CMSLAB-AD`.
  public let host: String
  /// The authority's common name, such as `cms-CMSLAB-AD-CA`.
  public let authority: String

  /// The names behind a configuration string, `host.domain\CA name`.
  public init(config: String) {
    let parts = config.split(separator: "\\", maxSplits: 1).map(String.init)
    let labels = (parts.first ?? "").split(separator: ".").map(String.init)
    host = labels.first?.uppercased() ?? ""
    domain = Array(labels.dropFirst())
    authority = parts.count == 2 ? parts[1] : host
  }

  /// Where the revocation list is published.
  public var revocationList: String {
    "ldap:///CN=\(escaped(authority)),CN=\(escaped(host)),CN=CDP,\(services)"
      + "?certificateRevocationList?base?objectClass=cRLDistributionPoint"
  }

  /// Where the authority's own certificate is published.
  public var issuerCertificate: String {
    "ldap:///CN=\(escaped(authority)),CN=AIA,\(services)"
      + "?cACertificate?base?objectClass=certificationAuthority"
  }

  private var services: String {
    "CN=Public%20Key%20Services,CN=Services,CN=Configuration"
      + domain.map { ",DC=\(escaped($0))" }.joined()
  }

  /// Letters, digits and `-._` as they are, any other byte as `%XX`.
  private func escaped(_ name: String) -> String {
    name.utf8.map { byte -> String in
      let character = Character(Unicode.Scalar(byte))
      let isPlain = character.isASCII && (character.isLetter || character.isNumber)
      if isPlain || "-._".contains(character) { return String(character) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count < 2 ? "0" : "") + digits
    }.joined()
  }
}
