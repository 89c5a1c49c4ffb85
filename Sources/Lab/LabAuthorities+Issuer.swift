import Authority
import PKI
import Time

extension LabAuthorities {
  /// An authority that may issue.
  struct Issuer: Sendable {
    let certificate: Certificate
    let key: PrivateKey
    let issuers: [Certificate]
    let config: String
    /// Makes its certificate once more, of another time, in days if that is given.
    let certify: @Sendable (_ time: UnixTime, _ days: Int?) throws(OpenSSLError) -> Certificate

    /// An authority that was kept with that certificate, or is certified now.
    init(
      _ kept: Certificate?, key: PrivateKey, issuers: [Certificate] = [], config: String,
      founded: UnixTime,
      certify: @escaping @Sendable (UnixTime, Int?) throws(OpenSSLError) -> Certificate
    ) throws(OpenSSLError) {
      certificate = if let kept { kept } else { try certify(founded, nil) }
      self.key = key
      self.issuers = issuers
      self.config = config
      self.certify = certify
    }

    /// A root, whose certificate its own key signs.
    static func root(
      _ kept: Certificate?, _ config: String, key: PrivateKey, years: Int, founded: UnixTime,
      random: @escaping @Sendable () -> UInt64
    ) throws(OpenSSLError) -> Issuer {
      try Issuer(kept, key: key, config: config, founded: founded) {
        (time, days) throws(OpenSSLError) in
        try CertificateAuthority.root(
          named: CertificateAuthority.name(in: DirectoryNames(config: config)), key: key,
          years: years, days: days, now: time, random: random)
      }
    }
  }
}
