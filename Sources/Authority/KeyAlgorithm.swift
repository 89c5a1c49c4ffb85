internal import PKI

/// What kind of key a template is for, by the names Windows has for them.
public enum KeyAlgorithm: String, Sendable, CaseIterable {
  /// RSA, of any size.
  case rsa = "RSA"
  /// ECDSA on the NIST curve of 256 bits.
  case p256 = "ECDSA_P256"
  /// ECDSA on the NIST curve of 384 bits.
  case p384 = "ECDSA_P384"
  /// ECDSA on the NIST curve of 521 bits.
  case p521 = "ECDSA_P521"

  /// The smallest key of a template that says nothing else, in bits.
  public var minimumKey: Int {
    switch self {
    case .rsa: 2048
    case .p256: 256
    case .p384: 384
    case .p521: 521
    }
  }

  /// Whether the key in `request` is of this kind.
  func isAlgorithm(of request: CertificateRequest) -> Bool {
    switch self {
    case .rsa: request.keyKind == "RSA"
    case .p256: request.keyCurve == "prime256v1"
    case .p384: request.keyCurve == "secp384r1"
    case .p521: request.keyCurve == "secp521r1"
    }
  }
}
