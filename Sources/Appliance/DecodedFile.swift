public import PKI
import Synchronization

/// What a stored file holds, decoded when somebody first asks.
///
/// OpenSSL takes longer to read a private key than for all else that `pki match` does, and trainees
/// ask about the same few files again and again. A file's bytes never change, so neither does this.
public final class DecodedFile: Sendable {
  private let bytes: [UInt8]
  private let elements = Mutex<PKIFile?>(nil)

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The elements of the file.
  public var file: PKIFile {
    elements.withLock { elements in
      let file = elements ?? PKIFile(bytes)
      elements = file
      return file
    }
  }
}
