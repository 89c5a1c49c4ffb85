/// What OpenSSL 1.0.2 may find wrong with a chain, by its number: 3.0 has other numbers and words.
enum ChainError: Int, Error {
  case unspecified = 1
  case issuerMissing = 2
  case issuerKeyUnreadable = 6
  case signatureFailure = 7
  case notYetValid = 9
  case expired = 10
  case notBeforeForm = 13
  case notAfterForm = 14
  case selfSigned = 18
  case selfSignedInChain = 19
  case localIssuerMissing = 20
  case leafUnverifiable = 21
  case invalidAuthority = 24
  case pathTooLong = 25
  case rejected = 28
  case criticalExtension = 34
  case proxy = 40
  case notPermitted = 47
  case excluded = 48
  case minimumOrMaximum = 49
  case constraintType = 51
  case nameSyntax = 53
  case proxyName = 67

  /// 1.0.2's words.
  var reason: String {
    switch self {
    case .unspecified: "unspecified certificate verification error"
    case .issuerMissing: "unable to get issuer certificate"
    case .issuerKeyUnreadable: "unable to decode issuer public key"
    case .signatureFailure: "certificate signature failure"
    case .notYetValid: "certificate is not yet valid"
    case .expired: "certificate has expired"
    case .notBeforeForm: "format error in certificate's notBefore field"
    case .notAfterForm: "format error in certificate's notAfter field"
    case .selfSigned: "self signed certificate"
    case .selfSignedInChain: "self signed certificate in certificate chain"
    case .localIssuerMissing: "unable to get local issuer certificate"
    case .leafUnverifiable: "unable to verify the first certificate"
    case .invalidAuthority: "invalid CA certificate"
    case .pathTooLong: "path length constraint exceeded"
    case .rejected: "certificate rejected"
    case .criticalExtension: "unhandled critical extension"
    case .proxy: "proxy certificates not allowed, please set the appropriate flag"
    case .notPermitted: "permitted subtree violation"
    case .excluded: "excluded subtree violation"
    case .minimumOrMaximum: "name constraints minimum and maximum not supported"
    case .constraintType: "unsupported name constraint type"
    case .nameSyntax: "unsupported or invalid name syntax"
    case .proxyName: "proxy subject name violation"
    }
  }
}

extension VerificationFailure {
  init(_ error: ChainError, at depth: Int) {
    self.init(code: error.rawValue, depth: depth, reason: error.reason)
  }
}
