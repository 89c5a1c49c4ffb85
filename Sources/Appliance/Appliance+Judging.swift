public import PKI

/// What is in stored files, and whether it serves.
extension Appliance {
  /// What a file holds. Throws `notFound` or `empty`.
  public func decodedFile(named name: String) throws(FileFault) -> PKIFile {
    guard let file = file(named: name) else { throw .notFound }
    guard !file.contents.isEmpty else { throw .empty }
    return file.decoded.file
  }

  /// Has the files of those names decoded that are there, for whoever then asks what is in them;
  /// false if `isWanted`, asked between two elements, says that nobody will.
  public func decode(_ names: [String], while isWanted: () -> Bool) -> Bool {
    names.allSatisfy { file(named: $0)?.decoded.file(while: isWanted) != nil || isWanted() }
  }

  /// Whether it is a matter of milliseconds to do something with the files of those names.
  public func isQuick(_ names: [String]) -> Bool {
    names.allSatisfy { file(named: $0)?.decoded.isQuick ?? true }
  }

  /// The first certificate in a file; throws as ``certificates(in:)``.
  public func certificate(in name: String) throws(FileFault) -> Certificate {
    try certificates(in: name)[0]
  }

  /// All certificates in a file, at least one. A damaged bundle is refused whole, whatever else is
  /// in it: half a bundle would verify some day and not another.
  public func certificates(in name: String) throws(FileFault) -> [Certificate] {
    try decodedFile(named: name).usableCertificates(by: release.verificationRules)
  }

  /// The first private key in a file that has no password on.
  public func privateKey(in name: String) throws(FileFault) -> PrivateKey {
    try decodedFile(named: name).usableKey
  }

  /// The first request in a file.
  public func request(in name: String) throws(FileFault) -> CertificateRequest {
    try decodedFile(named: name).usableRequest
  }

  /// The private key in one file and the certificate in another, the first of its bundle, that was
  /// issued for it. The key's file is looked at first.
  @discardableResult
  public func pair(
    privateKey keyFile: String, certificate certificateFile: String
  ) throws(PairFault) -> (key: PrivateKey, certificate: Certificate) {
    let key: PrivateKey
    do throws(FileFault) { key = try privateKey(in: keyFile) } catch { throw .privateKey(error) }
    let certificate: Certificate
    do throws(FileFault) {
      certificate = try self.certificate(in: certificateFile)
    } catch {
      throw .certificate(error)
    }
    guard certificate.matches(key, by: release.verificationRules) else { throw .notMatching }
    return (key, certificate)
  }

  /// Checks that the certificate in a file leads, at this time, to a self-signed one in the bundle
  /// `anchors`, over links that may also be in other bundles. Files are looked at in the order of
  /// the parameters.
  public func verify(
    certificate name: String, links: [String] = [], anchors: String
  ) throws(ChainFault) {
    let certificate: Certificate
    do throws(FileFault) {
      certificate = try self.certificate(in: name)
    } catch {
      throw .certificate(error)
    }
    let bundle = { (name: String) throws(ChainFault) -> [Certificate] in
      do throws(FileFault) {
        return try self.certificates(in: name)
      } catch {
        throw .bundle(name, error)
      }
    }
    let intermediates = try links.map(bundle).flatMap { $0 }
    let trusted = try bundle(anchors)
    do throws(VerificationFailure) {
      try CertificateChain.verify(
        certificate, anchors: trusted, intermediates: intermediates, at: now(),
        by: release.verificationRules)
    } catch {
      throw .untrusted(error)
    }
  }
}
