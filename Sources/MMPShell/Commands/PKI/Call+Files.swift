import Appliance
import Ledger
import PKI

/// The stored files as `pki` commands want them, and the answers when they are not so.
extension Call {
  /// The bytes of a file.
  func contents(of name: String) throws(Refusal) -> [UInt8] {
    guard let contents = appliance.contents(of: name) else {
      throw Refusal(MMPMessages.fileNotFound(file: name))
    }
    return contents
  }

  /// What a file holds.
  func file(_ name: String) throws(Refusal) -> PKIFile {
    guard let file = appliance.file(named: name) else {
      throw Refusal(MMPMessages.fileNotFound(file: name))
    }
    guard !file.contents.isEmpty else { throw Refusal(MMPMessages.fileEmpty(file: name)) }
    return file.decoded.file
  }

  /// The first certificate in a file.
  func certificate(in name: String) throws(Refusal) -> Certificate {
    try certificates(in: name)[0]
  }

  /// All certificates in a file, at least one. A damaged bundle is refused whole, whatever else is
  /// in it: half a bundle would verify some day and not another.
  func certificates(in name: String) throws(Refusal) -> [Certificate] {
    let file = try file(name)
    guard !file.isDamaged else { throw Refusal(MMPMessages.damaged(file: name)) }
    guard !file.certificates.isEmpty else { throw Refusal(MMPMessages.noCertificate(file: name)) }
    return file.certificates
  }

  /// The first private key in a file.
  func privateKey(in name: String) throws(Refusal) -> PrivateKey {
    let file = try file(name)
    if let key = file.privateKey { return key }
    if file.hasEncryptedPrivateKey { throw Refusal(MMPMessages.keyEncrypted(file: name)) }
    throw Refusal(
      file.isDamaged ? MMPMessages.damaged(file: name) : MMPMessages.noPrivateKey(file: name))
  }

  /// The request in a file.
  func request(in name: String) throws(Refusal) -> CertificateRequest {
    let file = try file(name)
    if let request = file.request { return request }
    throw Refusal(
      file.isDamaged ? MMPMessages.damaged(file: name) : MMPMessages.noRequest(file: name))
  }

  /// Stores all of `files`, or none.
  func store(_ files: FileStore.File...) throws(Refusal) { try store(files) }

  /// Stores all of `files`, or none.
  func store(_ files: [FileStore.File]) throws(Refusal) {
    do throws(FileStore.Refusal) {
      try appliance.store(files, by: visit.presence)
    } catch {
      throw Refusal(MMPMessages.quotaExceeded(file: error.fileName ?? files.first?.name ?? ""))
    }
  }
}

extension FileStore.Refusal {
  /// The file it is about; nil if about none in particular.
  fileprivate var fileName: String? {
    switch self {
    case .invalidName(let name), .fileTooLarge(let name): name
    case .tooManyFiles, .full: nil
    }
  }
}
