public import PKI

/// What in a file serves, whichever machine it lies on.
extension PKIFile {
  /// All certificates, at least one. A damaged bundle is refused whole, whatever else is in it: half
  /// a bundle would verify some day and not another.
  ///
  /// - Parameter rules: whose library reads them.
  public func usableCertificates(
    by rules: VerificationRules
  ) throws(FileFault) -> [Certificate] {
    if let excess { throw .excessive(excess) }
    guard !isDamaged else { throw .damaged }
    let certificates = certificates
    guard !certificates.isEmpty else { throw .noCertificate }
    guard rules == .openSSL1_0_2 || certificates.allSatisfy(\.isReadableByOpenSSL3) else {
      throw .damaged
    }
    return certificates
  }

  /// The first private key that has no password on.
  public var usableKey: PrivateKey {
    get throws(FileFault) {
      if let privateKey { return privateKey }
      if hasEncryptedPrivateKey { throw .keyEncrypted }
      if let excess { throw .excessive(excess) }
      throw isDamaged ? .damaged : .noPrivateKey
    }
  }

  /// The first request.
  public var usableRequest: CertificateRequest {
    get throws(FileFault) {
      if let request { return request }
      if let excess { throw .excessive(excess) }
      throw isDamaged ? .damaged : .noRequest
    }
  }
}
