import PKI
import Testing

/// Serial numbers with leading bytes that DER forbids.
@Suite("Padded serial numbers")
struct PaddedSerialTests {
  @Test(
    "the certificate is read, stays as it is, and its signature holds",
    arguments: [(positive, "1108152157446 (0x10203040506)"), (negative, "-8388607 (-0x7fffff)")])
  func reading(text: String, serial: String) throws {
    let text = Array(text.utf8) + [0x0A]
    let certificate = try #require(PKIFile(text).certificates.first)
    #expect(!certificate.isReadableByOpenSSL3)
    #expect(certificate.pem == text)
    #expect(try Certificate(der: certificate.der).der == certificate.der)
    let printed = String(decoding: certificate.text, as: UTF8.self)
    #expect(printed.contains(serial), "\(printed)")
    let anchors = PKIFile(Array(root.utf8)).certificates
    try CertificateChain.verify(
      certificate, anchors: anchors, at: 1_830_000_000, by: .openSSL1_0_2)
  }

  @Test("a signature that is another's does not hold")
  func forged() throws {
    var der = try #require(PKIFile(Array(positive.utf8)).certificates.first).der
    // In the common name of the subject.
    let place = try #require(der.firstRange(of: Array("leaf".utf8))?.lowerBound)
    der[place] = UInt8(ascii: "L")
    let anchors = PKIFile(Array(root.utf8)).certificates
    #expect {
      try CertificateChain.verify(
        Certificate(der: der), anchors: anchors, at: 1_830_000_000, by: .openSSL1_0_2)
    } throws: { ($0 as? VerificationFailure)?.code == 7 }
  }
}

private let positive = """
  -----BEGIN CERTIFICATE-----
  MIIBDzCBtQIIAAABAgMEBQYwCgYIKoZIzj0EAwIwDzENMAsGA1UEAwwEcm9vdDAg
  Fw0yNjExMjUxNjE2MThaGA8yMTI2MTEwMTE2MTYxOFowDzENMAsGA1UEAwwEbGVh
  ZjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABIOzpvwbSocYvt8Or+mSPmM6q07Z
  ZcQ08RHhi0glnXKfpqy4V77LZJYzVG/SwHyMNLzPKHecainQ17YHXN386z8wCgYI
  KoZIzj0EAwIDSQAwRgIhAKEBwDXmOhSbkdhefvxuLLUpZACh7c8QeDzHAuUAPDgJ
  AiEA+wI2/AtIgQipWhFJehg0Sx1CrHcwGajZriXFhis+TlM=
  -----END CERTIFICATE-----
  """

private let negative = """
  -----BEGIN CERTIFICATE-----
  MIIBCjCBsgIF//+AAAEwCgYIKoZIzj0EAwIwDzENMAsGA1UEAwwEcm9vdDAgFw0y
  NjExMjUxNjE2MThaGA8yMTI2MTEwMTE2MTYxOFowDzENMAsGA1UEAwwEbGVhZjBZ
  MBMGByqGSM49AgEGCCqGSM49AwEHA0IABIOzpvwbSocYvt8Or+mSPmM6q07ZZcQ0
  8RHhi0glnXKfpqy4V77LZJYzVG/SwHyMNLzPKHecainQ17YHXN386z8wCgYIKoZI
  zj0EAwIDRwAwRAIgeqgnWPkgqIeu9+7yf8YzZRJUtrwl4LT5QM48QxVQ+7sCIGj5
  GDZBJMnjpkQGQX1jz8fx7w4HqagP0OJWELbY2gf+
  -----END CERTIFICATE-----
  """

private let root = """
  -----BEGIN CERTIFICATE-----
  MIIBdTCCARugAwIBAgIUROtPinLtuGLt9Zu+x3oMDV7D+4EwCgYIKoZIzj0EAwIw
  DzENMAsGA1UEAwwEcm9vdDAgFw0yNjExMjUxNjE2MThaGA8yMTI2MTEwMTE2MTYx
  OFowDzENMAsGA1UEAwwEcm9vdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABOft
  39OhkztVnl8RgoiJc8B5NZ4zt+pcRyuKS4vd+pW2xv6DAXqkdrDsojBagQP5Nt5J
  rrN9KhMtJKg8ngo922SjUzBRMB0GA1UdDgQWBBT3TxoWvHrHQS3S1XfMmHWWQoYJ
  bDAfBgNVHSMEGDAWgBT3TxoWvHrHQS3S1XfMmHWWQoYJbDAPBgNVHRMBAf8EBTAD
  AQH/MAoGCCqGSM49BAMCA0gAMEUCICm3u9RXyczbLMnysiZ5WKlQniTTAx4wbNxd
  lrmrsNyXAiEAtpjXs1RsNz3l0mpySaQY2IJHkxxKJpEbd4l7eYsIW28=
  -----END CERTIFICATE-----
  """
