private import COpenSSL

/// A subject: attributes in the order in which they stand in the certificate.
public struct DistinguishedName: Sendable, Equatable {
  /// The attributes a subject may be given.
  public enum Attribute: Sendable, CaseIterable {
    case country, state, locality, organization, organizationalUnit, commonName, emailAddress
    /// One label of the domain a directory stands for, such as `lab`.
    case domainComponent

    fileprivate var nid: Int32 {
      switch self {
      case .country: NID_countryName
      case .state: NID_stateOrProvinceName
      case .locality: NID_localityName
      case .organization: NID_organizationName
      case .organizationalUnit: NID_organizationalUnitName
      case .commonName: NID_commonName
      case .emailAddress: NID_pkcs9_emailAddress
      case .domainComponent: NID_domainComponent
      }
    }
  }

  /// Attribute and value, one element an RDN.
  public var attributes: [(attribute: Attribute, value: String)]

  /// How values are stored that could be stored in several ways.
  public enum StringForm: Sendable {
    /// UTF8String, OpenSSL's way.
    case utf8
    /// PrintableString as long as the characters allow, Microsoft's way.
    case printable
  }

  /// How the values are stored.
  public let form: StringForm

  /// A name with `attributes` in that order.
  public init(
    _ attributes: [(attribute: Attribute, value: String)], form: StringForm = .utf8
  ) {
    self.attributes = attributes
    self.form = form
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
          name, attribute.nid, type(of: attribute, value), utf8, Int32(clamping: utf8.count), -1,
          0))
    }
  }

  /// OpenSSL's number for the way a value is stored; for `MBSTRING_UTF8` OpenSSL chooses, and takes
  /// IA5String for a mailbox or domain component.
  private func type(of attribute: Attribute, _ value: String) -> Int32 {
    let isFixed = attribute == .domainComponent || attribute == .emailAddress
    return form == .printable && !isFixed && value.utf8.allSatisfy(Self.isPrintable)
      ? V_ASN1_PRINTABLESTRING : MBSTRING_UTF8
  }

  /// Whether X.680 has the byte in a PrintableString.
  private static func isPrintable(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: " '()+,-./:=?".utf8.contains(byte)
    }
  }
}
