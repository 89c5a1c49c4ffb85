/// A certificate template as the directory publishes it: for TLS servers and clients, with a name
/// "supplied in the request".
///
/// Key usage and extended key usage are the same in all of them; see ``TemplateExtensions``.
public struct CertificateTemplate: Sendable, Equatable {
  /// The name `CertificateTemplate:` asks for; upper and lower case do not count.
  public let name: String
  /// How long its certificates are valid, in days, ten minutes before the request not counted.
  public let validityDays: Int
  /// Its object identifier, made up by the directory it belongs to.
  public let objectIdentifier: String
  /// The major version, raised by every change that asks holders to enroll again.
  public let majorVersion: UInt32
  /// The minor version, raised by any other change.
  public let minorVersion: UInt32
  /// The accounts that may enroll, such as `CMS\cert`; nil for every account the authority knows.
  public let enrollers: Set<String>?
  /// The kind of key it is for; nil for any.
  public let algorithm: KeyAlgorithm?
  /// The smallest key it allows, in bits.
  public let minimumKey: Int

  /// A template. The defaults are those of a template copied from Web Server: two years, version
  /// 100.3, an object identifier of the usual shape, and RSA keys of 2048 bits or more.
  ///
  /// - Parameter minimumKey: nil for what the algorithm has by default.
  public init(
    name: String, validityDays: Int = 730,
    objectIdentifier: String =
      "1.3.6.1.4.1.311.21.8.11957326.9273427.7165849.13306225.4620931.203.1729811.423067",
    majorVersion: UInt32 = 100, minorVersion: UInt32 = 3, enrollers: Set<String>? = nil,
    algorithm: KeyAlgorithm? = .rsa, minimumKey: Int? = nil
  ) {
    self.name = name
    self.validityDays = validityDays
    self.objectIdentifier = objectIdentifier
    self.majorVersion = majorVersion
    self.minorVersion = minorVersion
    self.enrollers = enrollers
    self.algorithm = algorithm
    self.minimumKey = minimumKey ?? algorithm?.minimumKey ?? 0
  }
}

/// A domain account.
public struct DomainAccount: Sendable, Equatable {
  /// Its name with the domain in front, such as `CMS\cert`.
  public let name: String
  /// Its password.
  public let password: String

  /// An account.
  public init(name: String, password: String) {
    self.name = name
    self.password = password
  }
}
