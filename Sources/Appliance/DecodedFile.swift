public import Journal
public import PKI
import Synchronization

/// What a stored file holds, decoded when somebody first asks.
///
/// OpenSSL takes longer to read a private key than for all else that `pki match` does, and trainees
/// ask about the same few files again and again. A file's bytes never change, so neither does this.
public final class DecodedFile: Sendable {
  let bytes: [UInt8]
  private let elements = Mutex<PKIFile?>(nil)
  private let kept: DecodedFiles

  /// Those bytes, not looked into yet.
  public convenience init(_ bytes: [UInt8]) { self.init(bytes, among: .all) }

  init(_ bytes: [UInt8], among kept: DecodedFiles) {
    self.bytes = bytes
    self.kept = kept
  }

  /// Whether somebody has looked and it is remembered.
  var isDecoded: Bool { elements.withLock { $0 != nil } }

  /// Forgets what was found, for the next to look again.
  func forget() { elements.withLock { $0 = nil } }

  /// Forgets what was found in any file; what is in use stays until it is used no more.
  public static func forgetAll() { DecodedFiles.all.forgetAll() }

  /// The elements of the file.
  public var file: PKIFile { file { true } ?? PKIFile(bytes) }

  /// The elements of the file; nil if `isWanted`, asked between them, says that nobody waits any
  /// more. Two who ask at the same time both decode: one must not wait for what the other gives up.
  public func file(while isWanted: () -> Bool) -> PKIFile? {
    if let file = elements.withLock({ $0 }) { return file }
    guard let file = PKIFile(bytes, while: isWanted) else { return nil }
    if kept.mayKeep(self) {
      elements.withLock { $0 = file }
      kept.add(self)
    }
    return file
  }
}

extension DecodedFile: FileContents {
  /// What whoever made the file would call it. Looking into what is too large for a key or a chain
  /// would cost more than it tells.
  public var holding: Holding {
    guard bytes.count <= Self.largestLookedInto, isQuick || !PKIFile.mayHoldSecret(bytes) else {
      return .other
    }
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

extension DecodedFile {
  /// Whether looking into the file, and using what is in it, is a matter of milliseconds, as it is
  /// for all that a lab has: a chain, or one key.
  public var isQuick: Bool {
    bytes.count <= Self.largestQuickKey
      || bytes.count <= Self.largestQuick && !PKIFile.mayHoldSecret(bytes)
  }

  private static let largestQuick = 16 << 10
  /// An RSA key of 4,096 bits.
  private static let largestQuickKey = 4 << 10
}
