public import PKI

/// A Microsoft enterprise certificate authority (AD CS), as far as certreq can tell.
public final class CertificateAuthority {
  /// Its certificate.
  public let certificate: Certificate

  /// A CA with that certificate.
  public init(certificate: Certificate) { self.certificate = certificate }
}
