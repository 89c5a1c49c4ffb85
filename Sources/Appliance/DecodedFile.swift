public import Journal
public import PKI
import Synchronization

/// What a stored file holds, decoded when somebody first asks.
///
/// OpenSSL takes longer to read a private key than for all else that `pki match` does, and trainees
/// ask about the same few files again and again. A file's bytes never change, so neither does this.
public final class DecodedFile: Sendable {
  private let bytes: [UInt8]
  private let elements = Mutex<PKIFile?>(nil)

  /// Those bytes, not looked into yet.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The elements of the file.
  public var file: PKIFile {
    elements.withLock { elements in
      let file = elements ?? PKIFile(bytes)
      elements = file
      return file
    }
  }
}

extension DecodedFile: FileContents {
  /// What whoever made the file would call it. Looking into what is too large for a key or a chain
  /// would cost more than it tells.
  public var holding: Holding {
    guard bytes.count <= Self.largestLookedInto else { return .other }
    let file = file
    if file.privateKey != nil || file.hasEncryptedPrivateKey { return .key }
    if file.request != nil { return .csr }
    return switch file.certificates.count {
    case 0: .other
    case 1: .certificate
    default: .bundle
    }
  }

  private static let largestLookedInto = 256 << 10
}
