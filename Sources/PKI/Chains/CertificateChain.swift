private import COpenSSL
public import Time

/// The way from a certificate to a trust anchor.
public enum CertificateChain {
  /// Checks that `certificate` leads to a self-signed certificate among `anchors` at `time`.
  ///
  /// - Parameters:
  ///   - anchors: certificates taken on trust. Only a self-signed one ends a chain, as with
  ///     `openssl verify -CAfile`; the others may serve as links.
  ///   - intermediates: links that are not trusted themselves.
  ///   - rules: whose rules decide.
  /// - Throws: the first thing OpenSSL finds wrong.
  public static func verify(
    _ certificate: Certificate, anchors: [Certificate], intermediates: [Certificate] = [],
    at time: UnixTime, by rules: VerificationRules = .openSSL3
  ) throws(VerificationFailure) {
    Algorithms.load()
    defer { ERR_clear_error() }
    switch rules {
    case .openSSL1_0_2:
      let chain = try BuiltChain(
        from: ChainLink(certificate), lent: intermediates.map(ChainLink.init),
        anchors: anchors.map(ChainLink.init))
      try ChainChecks(chain: chain, time: time).run()
    case .openSSL3:
      try verifyByOpenSSL3(certificate, anchors: anchors, intermediates: intermediates, at: time)
    }
  }
}
