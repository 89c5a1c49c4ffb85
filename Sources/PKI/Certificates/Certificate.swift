private import COpenSSL

/// An X.509 certificate. It never changes once made, so threads may share it.
public final class Certificate: @unchecked Sendable {
  /// `X509 *`, owned.
  let pointer: OpaquePointer

  /// What it is apart from what OpenSSL 3 could be made to read; nil if that is the same.
  let padded: PaddedSerial?
  /// Whether it came with OpenSSL's own settings, as in a `TRUSTED CERTIFICATE`.
  let hasTrustSettings: Bool
  /// The key it certifies, once somebody has asked for it.
  let keyInfo = KeptBytes()

  /// Takes over a reference OpenSSL handed out.
  init(
    adopting pointer: OpaquePointer, padded: PaddedSerial? = nil, hasTrustSettings: Bool = false
  ) {
    self.pointer = pointer
    self.padded = padded
    self.hasTrustSettings = hasTrustSettings
  }

  deinit { X509_free(pointer) }

  /// Reads the certificate that `der` starts with. Bytes after it are ignored, as OpenSSL does:
  /// a DER file may carry the Ctrl-Z that Windows' `copy` appends.
  public convenience init(der: [UInt8]) throws(OpenSSLError) {
    try self.init(der, mayHaveSettings: false) { d2i_X509(nil, &$0, $1) }
  }

  /// Reads the certificate that `der` starts with, and what it is trusted for, which may follow it.
  convenience init(trustedDER der: [UInt8]) throws(OpenSSLError) {
    try self.init(der, mayHaveSettings: true) { d2i_X509_AUX(nil, &$0, $1) }
  }

  private convenience init(
    _ der: [UInt8], mayHaveSettings: Bool,
    decode: (inout UnsafePointer<UInt8>?, Int) -> OpaquePointer?
  ) throws(OpenSSLError) {
    let padded = PaddedSerial(der)
    let readable = padded?.readable(der) ?? der
    let pointer = try readable.withUnsafeBufferPointer { (buffer) throws(OpenSSLError) in
      var next = buffer.baseAddress
      return try made(decode(&next, buffer.count))
    }
    padded?.restore(to: pointer)
    self.init(
      adopting: pointer, padded: padded,
      hasTrustSettings: mayHaveSettings
        && der.count > padded?.certificate.count ?? Int(i2d_X509(pointer, nil)))
  }

  /// Whether OpenSSL 3 takes it by itself, and not only 1.0.2.
  public var isReadableByOpenSSL3: Bool { padded == nil }

  /// The PEM form, lines of 64 characters ended by a line feed.
  public var pem: [UInt8] {
    let der = der
    guard let bio = try? MemoryBIO(),
      PEM_write_bio(bio.pointer, "CERTIFICATE", "", der, der.count) > 0
    else {
      ERR_clear_error()
      return []
    }
    return bio.bytes
  }

  /// The DER form.
  public var der: [UInt8] {
    if let padded { return padded.certificate }
    return derForm { i2d_X509(pointer, $0) }
  }

  /// Whether `key` is the private half of the key this certificate certifies, and of a kind that
  /// the library of those rules has.
  public func matches(_ key: PrivateKey, by rules: VerificationRules = .openSSL3) -> Bool {
    defer { ERR_clear_error() }
    return rules.know(key: X509_get0_pubkey(pointer)) && rules.know(key: key.pointer)
      && X509_check_private_key(pointer, key.pointer) == 1
  }
}
