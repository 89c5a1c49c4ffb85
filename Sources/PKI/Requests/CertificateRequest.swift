private import COpenSSL

/// A PKCS #10 certificate request (CSR). It never changes once made, so threads may share it.
public final class CertificateRequest: @unchecked Sendable {
  /// `X509_REQ *`, owned.
  let pointer: OpaquePointer
  /// Whether OpenSSL can read the subject; one that it cannot is empty here.
  let hasReadableSubject: Bool
  /// The key in it, once somebody has asked for it.
  let keyInfo = KeptBytes()

  /// Takes over a reference OpenSSL handed out.
  init(adopting pointer: OpaquePointer, hasReadableSubject: Bool = true) {
    self.pointer = pointer
    self.hasReadableSubject = hasReadableSubject
  }

  deinit { X509_REQ_free(pointer) }

  /// Reads the request that `der` starts with. Bytes after it are ignored, as OpenSSL does.
  public convenience init(der: [UInt8]) throws(OpenSSLError) {
    self.init(adopting: try Self.decoded(der))
  }

  /// The request that `der` starts with, even if OpenSSL cannot read its subject: Windows looks into
  /// that only when it decides.
  ///
  /// - Throws: what keeps all else from being read.
  public static func withAnySubject(_ der: [UInt8]) throws(OpenSSLError) -> CertificateRequest {
    do throws(OpenSSLError) {
      return try CertificateRequest(der: der)
    } catch {
      guard let emptied = withoutSubject(der), let pointer = try? decoded(emptied) else {
        throw error
      }
      return CertificateRequest(adopting: pointer, hasReadableSubject: false)
    }
  }

  /// - Returns: `X509_REQ *`, the caller's.
  private static func decoded(_ der: [UInt8]) throws(OpenSSLError) -> OpaquePointer {
    try der.withUnsafeBufferPointer { (buffer) throws(OpenSSLError) in
      var next = buffer.baseAddress
      return try made(d2i_X509_REQ(nil, &next, buffer.count))
    }
  }

  /// The request with an empty subject, so not signed any more; nil if that is no request.
  private static func withoutSubject(_ der: [UInt8]) -> [UInt8]? {
    der.withUnsafeBufferPointer { bytes in
      var file = DERReader(bytes)
      guard var request = file.enter(DERReader.Tag.sequence),
        var information = request.enter(DERReader.Tag.sequence),
        let version = information.readWhole(DERReader.Tag.integer),
        information.read(DERReader.Tag.sequence) != nil,
        let key = information.readWhole(DERReader.Tag.sequence),
        let algorithm = request.readWhole(DERReader.Tag.sequence),
        let signature = request.readWhole(DERReader.Tag.bitString)
      else { return nil }
      let attributes = information.readWhole(attributesTag).map(Array.init) ?? []
      return DERWriter.sequence(
        DERWriter.sequence(Array(version), DERWriter.sequence(), Array(key), attributes),
        Array(algorithm), Array(signature))
    }
  }

  private static let attributesTag: UInt8 = 0xA0

  /// Makes a version 1 request for `subject`, signed by `key` with SHA-256.
  ///
  /// - Parameter alternativeNames: the requested subject alternative name; left out if empty.
  /// - Throws: what OpenSSL refuses, such as a country that is not two letters.
  public convenience init(
    subject: DistinguishedName, alternativeNames: [AlternativeName], key: PrivateKey
  ) throws(OpenSSLError) {
    self.init(adopting: try made(X509_REQ_new()))
    try succeeded(X509_REQ_set_version(pointer, Int(X509_REQ_VERSION_1)))
    try subject.write(to: X509_REQ_get_subject_name(pointer))
    try succeeded(X509_REQ_set_pubkey(pointer, key.pointer))
    if !alternativeNames.isEmpty {
      let extensions = try ExtensionList()
      try extensions.add(alternativeNames)
      try succeeded(X509_REQ_add_extensions(pointer, extensions.pointer))
    }
    try succeeded(X509_REQ_sign(pointer, key.pointer, EVP_sha256()))
  }

  /// The PEM form, lines of 64 characters ended by a line feed.
  public var pem: [UInt8] {
    guard let bio = try? MemoryBIO(), PEM_write_bio_X509_REQ(bio.pointer, pointer) == 1 else {
      ERR_clear_error()
      return []
    }
    return bio.bytes
  }

  /// The DER form.
  public var der: [UInt8] { derForm { i2d_X509_REQ(pointer, $0) } }

  /// Whether the request's signature was made by the key inside it.
  public var isSignedByItsKey: Bool {
    Algorithms.load()
    defer { ERR_clear_error() }
    guard let key = X509_REQ_get0_pubkey(pointer) else { return false }
    return X509_REQ_verify(pointer, key) == 1
  }
}
