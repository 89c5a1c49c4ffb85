private import COpenSSL

/// A subject: attributes in the order in which they stand in the certificate.
public struct DistinguishedName: Sendable, Equatable {
  /// The attributes a subject may be given.
  public enum Attribute: Sendable, CaseIterable {
    case country, state, locality, organization, organizationalUnit, commonName, emailAddress

    fileprivate var nid: Int32 {
      switch self {
      case .country: NID_countryName
      case .state: NID_stateOrProvinceName
      case .locality: NID_localityName
      case .organization: NID_organizationName
      case .organizationalUnit: NID_organizationalUnitName
      case .commonName: NID_commonName
      case .emailAddress: NID_pkcs9_emailAddress
      }
    }
  }

  /// Attribute and value, one element an RDN.
  public var attributes: [(attribute: Attribute, value: String)]

  /// A name with `attributes` in that order.
  public init(_ attributes: [(attribute: Attribute, value: String)]) {
    self.attributes = attributes
  }

  /// Same attributes in the same order.
  public static func == (left: Self, right: Self) -> Bool {
    left.attributes.elementsEqual(right.attributes, by: ==)
  }

  /// Throws what OpenSSL has against the name, such as a country that is not two letters.
  public func validate() throws(OpenSSLError) {
    let name = try made(X509_NAME_new())
    defer { X509_NAME_free(name) }
    try write(to: name)
  }

  /// Appends the attributes to an `X509_NAME`. OpenSSL checks lengths and character sets.
  func write(to name: OpaquePointer?) throws(OpenSSLError) {
    for (attribute, value) in attributes {
      let utf8 = Array(value.utf8)
      try succeeded(
        X509_NAME_add_entry_by_NID(
          name, attribute.nid, MBSTRING_UTF8, utf8, Int32(clamping: utf8.count), -1, 0))
    }
  }
}
