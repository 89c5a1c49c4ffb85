import COpenSSL
private import Glibc

/// One entry of a subject alternative name.
public enum AlternativeName: Sendable, Equatable {
  /// A host or domain name, wildcards included.
  case dns(String)
  /// An IPv4 (4 bytes) or IPv6 (16 bytes) address in network order.
  case address([UInt8])
  /// A mailbox.
  case email(String)

  /// Reads an entry as typed: an IP address, a mailbox if it holds an `@`, else a DNS name.
  ///
  /// Nil for anything that cannot be one of them; only ASCII letters, digits and the few signs
  /// these names use pass, so no text reaches OpenSSL that could mean more than it says.
  public init?(_ text: some StringProtocol) {
    if let address = Self.ipAddress(text) {
      self = .address(address)
    } else if Self.isMailbox(text) {
      self = .email(String(text))
    } else if Self.isHostName(text), Self.hasProperLabels(text) {
      self = .dns(String(text))
    } else {
      return nil
    }
  }

  /// Whether `text` may stand in a DNS entry. Looser than RFC 1034: the appliance accepted
  /// `.*.tptac9.com` (TAC 217320).
  public static func isHostName(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.count <= 253
      && text.utf8.allSatisfy { isLetterOrDigit($0) || "-._*".utf8.contains($0) }
  }

  /// Whether the dots of a host name stand between labels that begin and end well, and the last of
  /// them is not a number: `a..b`, `a.b.`, `-a.b` and `1.2.3.400` are slips.
  private static func hasProperLabels(_ text: some StringProtocol) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return labels.allSatisfy { !$0.isEmpty && $0.first != "-" && $0.last != "-" }
      && labels.last?.utf8.allSatisfy { (0x30...0x39).contains($0) } == false
  }

  private static func isMailbox(_ text: some StringProtocol) -> Bool {
    guard let sign = text.utf8.firstIndex(of: UInt8(ascii: "@")) else { return false }
    let (mailbox, host) = (text[..<sign].utf8, text[text.utf8.index(after: sign)...])
    return (1...64).contains(mailbox.count) && isHostName(host)
      && mailbox.allSatisfy { isLetterOrDigit($0) || "-._+=%&'".utf8.contains($0) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  private static func ipAddress(_ text: some StringProtocol) -> [UInt8]? {
    guard text.utf8.allSatisfy({ isLetterOrDigit($0) || $0 == 0x2E || $0 == 0x3A }) else {
      return nil
    }
    for (family, size) in [(AF_INET, 4), (AF_INET6, 16)] {
      var bytes = [UInt8](repeating: 0, count: size)
      if inet_pton(family, String(text), &bytes) == 1 { return bytes }
    }
    return nil
  }

  /// A new `GENERAL_NAME *`, owned by the caller.
  func generalName() throws(OpenSSLError) -> UnsafeMutablePointer<GENERAL_NAME> {
    let (kind, type, bytes) =
      switch self {
      case .dns(let name): (GEN_DNS, V_ASN1_IA5STRING, Array(name.utf8))
      case .email(let name): (GEN_EMAIL, V_ASN1_IA5STRING, Array(name.utf8))
      case .address(let bytes): (GEN_IPADD, V_ASN1_OCTET_STRING, bytes)
      }
    let string = try made(ASN1_STRING_type_new(type))
    ASN1_STRING_set(string, bytes, Int32(clamping: bytes.count))
    let name = try made(GENERAL_NAME_new())
    GENERAL_NAME_set0_value(name, kind, string)
    return name
  }
}
