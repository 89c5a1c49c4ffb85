import PKI

/// An attribute of `pki csr` and `pki selfsigned`, written `NAME:value`.
///
/// Names from TAC 214618, `L` from the lab page, `emailAddress` RECALLED (pki.md 1.1); in the order
/// of TAC 214618's syntax line.
enum CSRAttribute: String, CaseIterable, Sendable {
  case commonName = "CN"
  case organizationalUnit = "OU"
  case organization = "O"
  case locality = "L"
  case state = "ST"
  case country = "C"
  case emailAddress
  case subjectAltName

  /// The name as typed; upper and lower case count.
  var name: String { rawValue }

  /// How it stands in a usage line (VERBATIM for CN, OU, O, C and subjectAltName, TAC 214618).
  var usage: String { self == .commonName ? "CN:value" : "\(name):<value>" }

  /// The part of a subject it fills; nil for the one that is no part of it.
  var subjectAttribute: DistinguishedName.Attribute? {
    switch self {
    case .commonName: .commonName
    case .organizationalUnit: .organizationalUnit
    case .organization: .organization
    case .locality: .locality
    case .state: .state
    case .country: .country
    case .emailAddress: .emailAddress
    case .subjectAltName: nil
    }
  }
}

extension Parameter {
  /// The attributes of `pki csr` and `pki selfsigned`, of which some are `required`.
  static func csrAttributes(required: [CSRAttribute]) -> Parameter {
    .attributes(
      CSRAttribute.allCases.map {
        NamedValue(name: $0.name, usage: $0.usage, isRequired: required.contains($0))
      })
  }
}
