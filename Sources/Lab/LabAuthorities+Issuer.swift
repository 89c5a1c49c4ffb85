import Authority
import PKI
import Time

extension LabAuthorities {
  /// An authority that may issue.
  struct Issuer {
    let certificate: Certificate
    let key: PrivateKey
    let issuers: [Certificate]
    let config: String
    /// Makes its certificate once more, of another time, in days if that is given.
    let certify: (_ time: UnixTime, _ days: Int?) throws(OpenSSLError) -> Certificate

    init(
      key: PrivateKey, issuers: [Certificate] = [], config: String, founded: UnixTime,
      certify: @escaping (UnixTime, Int?) throws(OpenSSLError) -> Certificate
    ) throws(OpenSSLError) {
      certificate = try certify(founded, nil)
      self.key = key
      self.issuers = issuers
      self.config = config
      self.certify = certify
    }

    /// A root, whose certificate its own key signs.
    static func root(
      _ config: String, key: PrivateKey, years: Int, founded: UnixTime,
      random: @escaping @Sendable () -> UInt64
    ) throws(OpenSSLError) -> Issuer {
      try Issuer(key: key, config: config, founded: founded) { (time, days) throws(OpenSSLError) in
        try CertificateAuthority.root(
          named: CertificateAuthority.name(in: DirectoryNames(config: config)), key: key,
          years: years, days: days, now: time, random: random)
      }
    }
  }
}
