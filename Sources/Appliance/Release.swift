public import PKI

/// A release of the CMS software, and what differs between releases.
public struct Release: Sendable, Comparable, Hashable, CustomStringConvertible {
  /// The number before the dot.
  public let major: Int
  /// The number after the dot.
  public let minor: Int

  /// The lab's release.
  public static let `default` = Release(2, 9)

  /// The releases the evidence speaks of: 2.0 to 2.9 and 3.0 to 3.12.
  public static let known = [Release(2, 0)...Release(2, 9), Release(3, 0)...Release(3, 12)]

  /// A release by its numbers.
  public init(_ major: Int, _ minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// Reads `2.9`; nil if the text is no known release.
  public init?(_ text: String) {
    let numbers = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { Int(Substring($0)) }
    guard numbers.count == 2, let major = numbers[0], let minor = numbers[1] else { return nil }
    let release = Release(major, minor)
    guard Self.known.contains(where: { $0.contains(release) }), "\(release)" == text else {
      return nil
    }
    self = release
  }

  /// By major, then minor number.
  public static func < (left: Self, right: Self) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }

  /// As in `2.9`.
  public var description: String { "\(major).\(minor)" }

  /// Whether `name` may be the basename of a key and its CSR or certificate.
  ///
  /// Letters and digits (lab page, 2.9); from 3.0 also hyphen and underscore (TAC 214618).
  public func acceptsBasename(_ name: String) -> Bool {
    let signs = self < Release(3, 0) ? "" : "-_"
    return !name.isEmpty && name.utf8.count <= FileName.maximumLength - ".csr".utf8.count
      && name.utf8.allSatisfy { FileName.isAlphanumeric($0) || signs.utf8.contains($0) }
  }

  /// Whether `pki sign` also leaves the certificate with its CA's behind it in one file
  /// (`-fullchain.crt`, seen on 3.8, Ansible 3.8).
  public var writesFullChain: Bool { self >= Release(3, 0) }

  /// Whose rules `pki verify` and `pki match` decide by: up to 2.9 those of OpenSSL 1.0.2, whose
  /// text `pki inspect` prints (TAC 212217).
  public var verificationRules: VerificationRules {
    self < Release(3, 0) ? .openSSL1_0_2 : .openSSL3
  }
}
