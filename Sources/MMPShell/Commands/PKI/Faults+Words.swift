import Appliance
import Ledger
import PKI

/// What `pki` commands say about files that do not serve. Services have words of their own.
extension FileFault {
  /// The words about the file of that name.
  func saying(about name: String) -> Saying {
    switch self {
    case .notFound: MMPMessages.fileNotFound(file: name)
    case .empty: MMPMessages.fileEmpty(file: name)
    case .noCertificate: MMPMessages.noCertificate(file: name)
    case .noPrivateKey: MMPMessages.noPrivateKey(file: name)
    case .noRequest: MMPMessages.noRequest(file: name)
    case .damaged: MMPMessages.damaged(file: name)
    case .keyEncrypted: MMPMessages.keyEncrypted(file: name)
    case .excessive(let excess): excess.saying(about: name)
    }
  }
}

extension Excess {
  /// The words about the file of that name.
  func saying(about name: String) -> Saying {
    switch self {
    case .elements: MMPMessages.tooManyElements(file: name)
    case .size: MMPMessages.fileTooLarge(file: name)
    case .keySize: MMPMessages.keyTooLarge(file: name)
    case .rounds: MMPMessages.tooManyRounds(file: name)
    }
  }
}

extension PairFault {
  /// The words about the files of those names.
  func saying(aboutKey key: String, certificate: String) -> Saying {
    switch self {
    case .privateKey(let fault): fault.saying(about: key)
    case .certificate(let fault): fault.saying(about: certificate)
    case .notMatching: MMPMessages.notMatching
    }
  }
}

extension ChainFault {
  /// The words about the certificate in the file of that name.
  func saying(about name: String) -> Saying {
    switch self {
    case .certificate(let fault): fault.saying(about: name)
    case .bundle(let bundle, let fault): fault.saying(about: bundle)
    case .untrusted(let failure):
      MMPMessages.notVerified(
        code: "\(failure.code)", depth: "\(failure.depth)", reason: failure.reason)
    }
  }
}

extension StoreRefusal {
  /// The words when `files` were to be stored.
  func saying(about files: [FileStore.File]) -> Saying {
    let name: String? =
      switch self {
      case .invalidName(let name), .fileTooLarge(let name): name
      case .tooManyFiles, .full: nil
      }
    return MMPMessages.quotaExceeded(file: name ?? files.first?.name ?? "")
  }
}
