import PKI
import TestSupport
import Testing

/// Where the rules of two libraries differ.
@Suite("Rules of two libraries")
struct ChainRuleTests {
  private static func certificates(_ name: String) throws -> [Certificate] {
    try PKIFile(Fixtures.pki.bytes(name)).certificates
  }

  @Test("a key that 1.0.2 cannot load matches nothing", arguments: [ed25519, rsaPSS])
  func unknownKeys(pair: String) throws {
    let file = PKIFile(Array(pair.utf8))
    let key = try #require(file.privateKey)
    let certificate = try #require(file.certificates.first)
    #expect(certificate.matches(key, by: .openSSL3))
    #expect(!certificate.matches(key, by: .openSSL1_0_2))
  }

  @Test("an expired twin in front breaks the chain for 1.0.2 alone, behind it for nobody")
  func twins() throws {
    let leaf = try #require(PKIFile(Fixtures.verify.bytes("v037.cer")).certificates.first)
    let bundle = try PKIFile(Fixtures.verify.bytes("v037bundle.cer")).certificates
    func verdict(_ bundle: [Certificate], _ rules: VerificationRules) -> Int {
      do throws(VerificationFailure) {
        try CertificateChain.verify(leaf, anchors: bundle, at: 1_795_600_800, by: rules)
        return 0
      } catch {
        return error.code
      }
    }
    #expect(verdict(bundle, .openSSL1_0_2) == 10)
    #expect(verdict(bundle, .openSSL3) == 0)
    #expect(verdict(bundle.reversed(), .openSSL1_0_2) == 0)
    #expect(verdict(bundle.reversed(), .openSSL3) == 0)
  }

  @Test(
    "what is lent stands between and is not trusted",
    arguments: [
      (["inter.cer"], "root.cer", nil), (["bundle.cer"], "root.cer", nil),
      ([], "root.cer", "20 at 0"), (["inter.cer"], "other.cer", "20 at 1"),
      (["bundle.cer"], "other.cer", "19 at 2"), (["root.cer"], "bundle.cer", nil),
    ] as [([String], String, String?)])
  func lent(links: [String], anchors: String, failure: String?) throws {
    let edge = try #require(Self.certificates("edge.cer").first)
    let lent = try links.flatMap(Self.certificates)
    let trusted = try Self.certificates(anchors)
    var verdict: String?
    do throws(VerificationFailure) {
      try CertificateChain.verify(
        edge, anchors: trusted, intermediates: lent, at: 1_795_600_800, by: .openSSL1_0_2)
    } catch {
      verdict = "\(error.code) at \(error.depth)"
    }
    #expect(verdict == failure)
  }
}

private let ed25519 = """
  -----BEGIN PRIVATE KEY-----
  MC4CAQAwBQYDK2VwBCIEIFfKPlUKkZHd1txXHmPvkjjZJ/1I7Jg+l6iA+G9dj2/H
  -----END PRIVATE KEY-----
  -----BEGIN CERTIFICATE-----
  MIIBLjCB4aADAgECAhQibCh4jtunocY3ITbDpJyttPX6KTAFBgMrZXAwDDEKMAgG
  A1UEAwwBYTAgFw0yNjExMjUxNjAyNDhaGA8yMTI2MTEwMTE2MDI0OFowDDEKMAgG
  A1UEAwwBYTAqMAUGAytlcAMhALbvScNo9UEf5cZnWHKnQA79Ex5HnUALNR3Q49bH
  7XYbo1MwUTAdBgNVHQ4EFgQU0O/IFPiL1uoc7IVRlXTYpl/y1m0wHwYDVR0jBBgw
  FoAU0O/IFPiL1uoc7IVRlXTYpl/y1m0wDwYDVR0TAQH/BAUwAwEB/zAFBgMrZXAD
  QQCjxIE4hmaQBxq4aNRlSDovyc69QYMSryka54ug4L8Tcyr4Yf/KAYvw1Q8drIB/
  5DFeXEOpjbhMWxGICvsBDMAA
  -----END CERTIFICATE-----
  """

private let rsaPSS = """
  -----BEGIN PRIVATE KEY-----
  MIICcwIBADALBgkqhkiG9w0BAQoEggJfMIICWwIBAAKBgQDAFAEMgj2kG5/nMG8Z
  gTTMe+jN1r/JmPXmo4d+VFg2ZTMFbwHvFV0Bn9ZhKdNKHkzxUPbrsD9hWL+0c/bg
  BI/1T+oZuu6C21heDAH9pX1qwoUBAaTTRxFrrDYbfVuGO52JMS+PJPErz+6Bp/NI
  28xTNXYa8Bj4q0mGrNK7mCDJtQIDAQABAoGAboKT3+iHIoYqR89b/GaURBn+ZX9q
  tMhmoh3v9MT+Q72Rz0yA5ld6PVcC9sAjqn8ocabNiejLbmyrT11w6o51bATeRDs3
  LhDPt5GTJMUYqWDiAw7ExFITC5m6P1hIT4S0SjCIbnaOZ+FLWblvJ8iWpmX4vimU
  AdPibhf/bI/HnMECQQDpk8ZBxu4WhNLqf4MfcsmJLeTFJ9TF3jy5Bv2xwflDkd1m
  rFuCwmDXJEYou2JYOAT1avGdBM1twrhVb3icMfutAkEA0oRgsFsvasz+9l183v/t
  L8IApw4vKklmgkchQRlXb0SrJbP/Nn9aQboDMbR2qun7FvlG/ezjv761uF7RTuzH
  KQJAARkEsYJx1AFDzH5U62zqrY5dqN+LDHMC7guuXYt/1GV3GOhudarcMaal/cMD
  r050F4MtJ4PCQ2XK3/vqITHK8QJAPR8aQ5n2BnhGfpleLBD6eKdHMTm5D/oHvUOR
  sCj/bdruJiBAtT38oqCzVLckzTLqKB1wM0GYTo+8iy9cbiHpIQJANSUBYMtFi9cp
  yenMz7kIrdfjbFx8JHD7t+m32oIkirO3M1zl9YQT2ndpHjGG99O4IvhIzGUyy5eW
  GyLOqH8u9w==
  -----END PRIVATE KEY-----
  -----BEGIN CERTIFICATE-----
  MIICXDCCAZGgAwIBAgIUPRJbpoYj7Sdq1x8BpSotPwvTVpcwQQYJKoZIhvcNAQEK
  MDSgDzANBglghkgBZQMEAgEFAKEcMBoGCSqGSIb3DQEBCDANBglghkgBZQMEAgEF
  AKIDAgFeMAwxCjAIBgNVBAMMAWEwIBcNMjYxMTI1MTYwMjQ4WhgPMjEyNjExMDEx
  NjAyNDhaMAwxCjAIBgNVBAMMAWEwgZ0wCwYJKoZIhvcNAQEKA4GNADCBiQKBgQDA
  FAEMgj2kG5/nMG8ZgTTMe+jN1r/JmPXmo4d+VFg2ZTMFbwHvFV0Bn9ZhKdNKHkzx
  UPbrsD9hWL+0c/bgBI/1T+oZuu6C21heDAH9pX1qwoUBAaTTRxFrrDYbfVuGO52J
  MS+PJPErz+6Bp/NI28xTNXYa8Bj4q0mGrNK7mCDJtQIDAQABo1MwUTAdBgNVHQ4E
  FgQUsYz+/640nHKEwr4ECRFWhQrx+/MwHwYDVR0jBBgwFoAUsYz+/640nHKEwr4E
  CRFWhQrx+/MwDwYDVR0TAQH/BAUwAwEB/zBBBgkqhkiG9w0BAQowNKAPMA0GCWCG
  SAFlAwQCAQUAoRwwGgYJKoZIhvcNAQEIMA0GCWCGSAFlAwQCAQUAogMCAV4DgYEA
  Nf49aV5Tmp8x+rUzKnpZg1dyBa3IGoW3uW6rTs9htfjYpWMjRIye9B/uAS6hFLqw
  5j43WEwex98TirTtsW/wc67wueKDDLJnENKnTUlAJBDHArs7aHd1o20htYFMa6jw
  i1hf97FIPfj/Z5AV6wer2tH9F4coDNRztHOwgq63lBw=
  -----END CERTIFICATE-----
  """
