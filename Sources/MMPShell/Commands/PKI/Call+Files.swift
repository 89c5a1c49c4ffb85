import Appliance
import Ledger
import PKI

/// The stored files as `pki` commands want them, and their answers when they are not so.
struct StoredFiles {
  private let appliance: Appliance

  /// The files of an appliance.
  init(_ appliance: Appliance) { self.appliance = appliance }

  /// What a file holds.
  func file(_ name: String) throws(Refusal) -> PKIFile {
    try answering(about: name, appliance.decodedFile)
  }

  /// The first certificate in a file.
  func certificate(in name: String) throws(Refusal) -> Certificate {
    try answering(about: name, appliance.certificate)
  }

  /// The first private key in a file.
  func privateKey(in name: String) throws(Refusal) -> PrivateKey {
    try answering(about: name, appliance.privateKey)
  }

  /// The request in a file.
  func request(in name: String) throws(Refusal) -> CertificateRequest {
    try answering(about: name, appliance.request)
  }

  private func answering<Value>(
    about name: String, _ read: (String) throws(FileFault) -> Value
  ) throws(Refusal) -> Value {
    do throws(FileFault) { return try read(name) } catch {
      throw Refusal(error.saying(about: name))
    }
  }
}

extension Call {
  /// The bytes of a file.
  func contents(of name: String) throws(Refusal) -> [UInt8] {
    guard let contents = appliance.contents(of: name) else {
      throw Refusal(FileFault.notFound.saying(about: name))
    }
    return contents
  }

  /// Stores all of `files`, or none.
  func store(_ files: FileStore.File...) throws(Refusal) { try store(files) }

  /// Stores all of `files`, or none.
  func store(_ files: [FileStore.File]) throws(Refusal) {
    do throws(StoreRefusal) {
      try appliance.store(files, by: visit.presence)
    } catch {
      throw Refusal(error.saying(about: files))
    }
  }
}
