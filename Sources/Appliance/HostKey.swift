/// What an SSH client is told of an appliance's host key. The key itself belongs to an SSH server;
/// nothing here proves anything.
public struct HostKey: Sendable, Equatable {
  /// The algorithm's name in SSH.
  public let algorithm: String
  /// The size of the key.
  public let bits: Int
  /// The MD5 digest of the public key, 16 bytes, as PuTTY to 0.76 showed it.
  public let digest: [UInt8]

  /// A key of that kind.
  public init(algorithm: String = "ssh-rsa", bits: Int = 2048, digest: [UInt8]) {
    self.algorithm = algorithm
    self.bits = bits
    self.digest = digest
  }

  /// A key made up from a host name, the same each time (FNV-1a, 128 bits in two halves).
  public init(of hostname: String) {
    let digest = (0..<2 as Range<UInt64>).flatMap { half -> [UInt8] in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325 &+ half
      for byte in hostname.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      // Names differ at their end; another round spreads that to the upper bytes.
      hash = (hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9
      return (0..<8).map { UInt8(truncatingIfNeeded: hash >> (8 * $0)) }
    }
    self.init(digest: digest)
  }

  /// As in `ssh-rsa 2048 a7:1c:a4:...`.
  public var fingerprint: String {
    let hex = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return "\(algorithm) \(bits) \(hex.joined(separator: ":"))"
  }
}
