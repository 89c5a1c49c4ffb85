import PKI
import Testing

@Suite("Verification")
struct VerificationTests {
  @Test("a digest of the past counts, whatever was done before")
  func md4() throws {
    let certificate = try #require(PKIFile(Array(leaf.utf8)).certificates.first)
    let anchors = PKIFile(Array(root.utf8)).certificates
    try CertificateChain.verify(certificate, anchors: anchors, at: 1_830_000_000)
  }
}

/// Signed with MD4.
private let leaf = """
  -----BEGIN CERTIFICATE-----
  MIIBQTCBqwIBAjANBgkqhkiG9w0BAQMFADAMMQowCAYDVQQDDAFyMCAXDTI2MTEy
  MzEzNTkzOFoYDzIxMjYxMDMwMTM1OTM4WjAMMQowCAYDVQQDDAFsMFkwEwYHKoZI
  zj0CAQYIKoZIzj0DAQcDQgAE4Vgj63tzrukRn4/3uiqngDrqCfoBXzo4T1irzm7U
  zlLgxMxFtNQqQJZGBMyWAmwkHHSHz/shaGtAO4+rQUz6rjANBgkqhkiG9w0BAQMF
  AAOBgQB0YhGCat4E3xz6LRSnbW+HWbPkWMUFfpRpYE4QlNTGAxaPGFSeOJd2wyS9
  QRumI7ClBptnx0HWQkDWz0ajoZrpSMf9S9LwDhq7zd4RBPJ41C0ueoIpBrsQJWDR
  ydcUpG6pT1Kr6Q6ZR8Jwo4pNL1gApUAE7DQyznTRa8WXDWRs3g==
  -----END CERTIFICATE-----
  """

private let root = """
  -----BEGIN CERTIFICATE-----
  MIIB9jCCAV+gAwIBAgIUYKvkd4GwaqexN+77FD+/rNakgikwDQYJKoZIhvcNAQEL
  BQAwDDEKMAgGA1UEAwwBcjAgFw0yNjExMjMxMzU5MzhaGA8yMTI2MTAzMDEzNTkz
  OFowDDEKMAgGA1UEAwwBcjCBnzANBgkqhkiG9w0BAQEFAAOBjQAwgYkCgYEAuDH2
  V6c2ldq6Q28c0CpgkrNey24wgLcWUZwneUQvp/E6EPCItPuQtMgY8H4JNg279zrT
  8iezpZbbDN1Wnf+qr+BZihsNZjqoOoQ9EKyBofKZMn3ynmzCgcINe/W5VOX/leqP
  VWg9LZoc4sVR4Gcqc1zGe3ekM21K3DtpiQmluMMCAwEAAaNTMFEwHQYDVR0OBBYE
  FA5Yrm9cy35DwWI3g4l5YUM9j12+MB8GA1UdIwQYMBaAFA5Yrm9cy35DwWI3g4l5
  YUM9j12+MA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZIhvcNAQELBQADgYEAlQl0Yh1Q
  +9ftbFOQ2Hbs6Gx7L/DK4y/onCpWfoVqTOeECKNXA9oWaaiezbsU7oXETHsELQrf
  /N2Z3GQrdveayF0Rz2LOk93uM1neiiQzfedM6aXbLVO/TI8xqzgS3minllMw7yJg
  6wZynuhCEUQTma+JfcR8KDCyQHTLw8Ev7vc=
  -----END CERTIFICATE-----
  """
