import PKI
import Time
import Words

/// Whom a request or certificate is for, as conditions ask about it.
struct Holder {
  /// How a sentence calls it.
  let label: String
  /// The same at the beginning of a sentence.
  private let start: String
  let cn: String?
  let names: [String]
  let keyInfo: [UInt8]
  let bits: Int
  private let certificate: Certificate?

  init(_ request: CertificateRequest, label: String) {
    self.label = label
    start = Self.start(label)
    cn = request.commonName
    names = request.listedNames
    keyInfo = request.publicKeyInfo
    bits = request.keyBits
    certificate = nil
  }

  init(_ certificate: Certificate, label: String) {
    self.label = label
    start = Self.start(label)
    cn = certificate.commonName
    names = certificate.listedNames
    keyInfo = certificate.publicKeyInfo
    bits = certificate.keyBits
    self.certificate = certificate
  }

  /// Throws the first of the facts that it has not.
  ///
  /// - Parameter key: the key that `facts` name, and what it is called.
  func check(
    _ facts: Check.Facts, key: (info: [UInt8], label: String)?, in look: Look
  ) throws(Mismatch) {
    if let wanted = facts.cn, !Self.isSame(cn, as: wanted) {
      throw Mismatch("The common name in \(label) is \(Self.shown(cn)), not \(wanted).")
    }
    try checkNames(facts)
    if let wanted = facts.bits, bits < wanted {
      throw Mismatch("The key in \(label) has \(bits) bits, not \(wanted).")
    }
    if let key, key.info != keyInfo {
      throw Mismatch("\(start) is for another key than the one in \(key.label).")
    }
    guard let certificate else { return }
    if let issuer = facts.issuer { try checkIssuer(of: certificate, is: issuer, in: look) }
    if let isValid = facts.isValid { try checkTime(of: certificate, isValid, at: look.time) }
  }

  private func checkNames(_ facts: Check.Facts) throws(Mismatch) {
    guard !facts.names.isEmpty else { return }
    let found = Set(names.map(Self.key))
    let missing = facts.names.filter { !found.contains(Self.key($0)) }
    guard missing.isEmpty else {
      let list = names.isEmpty ? "no name" : names.map(Shown.plain).joined(separator: ", ")
      throw Mismatch(
        "\(start) has \(list); \(missing.joined(separator: ", ")) "
          + "\(missing.count == 1 ? "is" : "are") missing.")
    }
    guard facts.onlyNames else { return }
    // `pki csr` puts the common name in front of the others.
    let wanted = Set((facts.names + [cn].compactMap(\.self)).map(Self.key))
    let extra = names.filter { !wanted.contains(Self.key($0)) }
    guard extra.isEmpty else {
      throw Mismatch(
        "\(start) has \(extra.map(Shown.plain).joined(separator: ", ")), which "
          + "\(extra.count == 1 ? "does" : "do") not belong there.")
    }
  }

  /// A name is not enough where it is that of an authority of the lab: anybody can write it.
  private func checkIssuer(
    of certificate: Certificate, is wanted: String, in look: Look
  ) throws(Mismatch) {
    let issuer = certificate.issuerCommonName
    guard issuer == wanted else {
      throw Mismatch("\(start) is issued by \(Self.shown(issuer)), not by \(wanted).")
    }
    let authorities = look.authorities.filter { $0.commonName == wanted }
    guard authorities.isEmpty || authorities.contains(where: certificate.isIssued) else {
      throw Mismatch("\(start) names \(wanted) as its issuer, but has not its signature.")
    }
  }

  private func checkTime(
    of certificate: Certificate, _ isWanted: Bool, at time: UnixTime
  ) throws(Mismatch) {
    guard let validity = certificate.validity else {
      throw Mismatch("The dates of \(label) cannot be read.")
    }
    let isValid = validity.notBefore <= time && time <= validity.notAfter
    guard isValid != isWanted else { return }
    if isValid { throw Mismatch("\(start) is valid today.") }
    throw Mismatch(
      time < validity.notBefore
        ? "\(start) is not valid before \(CalendarTime(validity.notBefore).date)."
        : "\(start) expired on \(CalendarTime(validity.notAfter).date).")
  }

  /// Whether a common name is the one that is wanted: a host's in any case; a user's, such as that of a
  /// database, letter by letter.
  private static func isSame(_ name: String?, as wanted: String) -> Bool {
    guard let name, isHost(wanted) else { return name == wanted }
    return name.lowercased() == wanted.lowercased()
  }

  private static func isHost(_ name: String) -> Bool {
    name.contains(".")
      && name.utf8.allSatisfy {
        $0.isLetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      }
  }

  /// A name in the form in which two are compared: hosts are the same in any case.
  private static func key(_ name: String) -> String {
    // Most names end with a letter, as no address does that is written with dots.
    guard name.contains(":") || name.utf8.last.map({ (0x30...0x39).contains($0) }) ?? false else {
      return name.lowercased()
    }
    return switch AlternativeName(name) {
    case .address(let bytes): bytes.map(String.init).joined(separator: ".")
    default: name.lowercased()
    }
  }

  /// A name of a file stays as it is.
  private static func start(_ label: String) -> String {
    label.hasPrefix("the ") ? "T" + label.dropFirst() : label
  }

  private static func shown(_ name: String?) -> String { name.map(Shown.plain) ?? "not there" }
}
