import PKI

/// Certificates and keys of authorities that were kept.
struct KeptAuthorities {
  private let files: [String: [UInt8]]

  /// What is in files such as `root.cer` and `root.key`; what cannot be read is not there.
  init(_ files: [WorldContents.File] = []) {
    self.files = Dictionary(
      files.compactMap { file in file.contents.map { (file.name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The certificate of the authority of that name; nil if there is none.
  func certificate(of name: String) -> Certificate? {
    files["\(name).cer"].flatMap { try? Certificate(der: $0) }
  }

  /// Its private key, or another one if none was kept.
  func key(
    of name: String, else other: (String) throws(WorldError) -> PrivateKey
  ) throws(WorldError) -> PrivateKey {
    if let key = files["\(name).key"].flatMap({ PKIFile($0).privateKey }) { return key }
    return try other(name)
  }
}
