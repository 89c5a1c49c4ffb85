private import COpenSSL

/// A certificate on its way into a chain, as OpenSSL 1.0.2 looks at it. What it goes by is decoded
/// once, when first asked for.
final class ChainLink {
  let certificate: Certificate
  /// Whether its signature has been checked: 1.0.2 does so once, wherever it stands in the chain.
  var isVerified = false

  private lazy var keyUsage = extensionContent(NID_key_usage, as: ASN1_BIT_STRING_it())
  private lazy var subjectKey = extensionContent(
    NID_subject_key_identifier, as: ASN1_OCTET_STRING_it())
  private lazy var authorityKey = extensionContent(
    NID_authority_key_identifier, as: AUTHORITY_KEYID_it())
  /// `GENERAL_NAMES *`
  lazy var alternativeNames = extensionContent(NID_subject_alt_name, as: GENERAL_NAMES_it())
  /// `NAME_CONSTRAINTS *`
  lazy var nameConstraints = extensionContent(NID_name_constraints, as: NAME_CONSTRAINTS_it())
  /// Whether it stands for the holder of another certificate (RFC 3820).
  lazy var isProxy =
    extensionContent(NID_proxyCertInfo, as: PROXY_CERT_INFO_EXTENSION_it()) != nil
  /// Whether it names itself as its issuer.
  lazy var isSelfIssued = X509_NAME_cmp(subject, issuer) == 0
  /// Whether a chain ends here: by names and extensions, the signature is not looked at.
  lazy var isSelfSigned = isSelfIssued && isIdentified(by: self) && mayDo(.signCertificates)

  init(_ certificate: Certificate) { self.certificate = certificate }

  /// `X509 *`, borrowed.
  var pointer: OpaquePointer { certificate.pointer }
  /// `X509_NAME *`, borrowed.
  var subject: OpaquePointer? { X509_get_subject_name(pointer) }
  /// `X509_NAME *`, borrowed.
  var issuer: OpaquePointer? { X509_get_issuer_name(pointer) }

  /// Whether it could have issued `other`. Neither dates nor keys nor signatures count here, nor
  /// whether it is an authority at all.
  func issued(_ other: ChainLink) -> Bool {
    X509_NAME_cmp(subject, other.issuer) == 0 && other.isIdentified(by: self)
      && mayDo(other.isProxy ? .signContents : .signCertificates)
  }

  /// A bit of the key usage.
  enum Usage: Int {
    case signContents = 0
    case signCertificates = 5
  }

  /// Whether the key may be used so; without an extension about it it may.
  func mayDo(_ usage: Usage) -> Bool { keyUsage.map { $0.string.hasBit(usage.rawValue) } ?? true }

  /// Whether there is an extension about what the key may be used for.
  var hasKeyUsage: Bool { keyUsage != nil }

  /// The content of an extension; nil if it is absent to 1.0.2.
  ///
  /// - Parameter item: `ASN1_ITEM *`
  func extensionContent(_ nid: Int32, as item: OpaquePointer?) -> DecodedExtension? {
    DecodedExtension(nid, of: certificate, as: item)
  }

  /// Whether what this one says of its issuer's key and certificate fits `issuer`.
  private func isIdentified(by issuer: ChainLink) -> Bool {
    guard let authorityKey else { return true }
    let identifier = authorityKey.pointer.assumingMemoryBound(to: AUTHORITY_KEYID.self).pointee
    if let key = identifier.keyid, let own = issuer.subjectKey {
      let own = own.pointer.assumingMemoryBound(to: ASN1_OCTET_STRING.self)
      guard ASN1_OCTET_STRING_cmp(key, own) == 0 else { return false }
    }
    if let serial = identifier.serial {
      guard ASN1_INTEGER_cmp(X509_get0_serialNumber(issuer.pointer), serial) == 0 else {
        return false
      }
    }
    for name in Stack(identifier.issuer) {
      guard case .directory(let name) = GeneralName(name) else { continue }
      return X509_NAME_cmp(name, issuer.issuer) == 0
    }
    return true
  }
}
