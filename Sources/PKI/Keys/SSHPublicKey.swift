private import COpenSSL

/// A public key as SSH writes it: `ssh-rsa AAAA... comment` (RFC 4253 6.6, RFC 5656 3.1).
public struct SSHPublicKey: Sendable, Equatable {
  /// The algorithm's name, such as `ssh-rsa`.
  public let algorithm: String
  /// The decoded key; it starts with the algorithm's name again.
  public let blob: [UInt8]

  private static let algorithms = [
    "ssh-rsa", "ssh-dss", "ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
  ]

  /// Reads the first line of a public key file; nil if it is no SSH public key.
  public init?(text: [UInt8]) {
    // Longest of all is a 16,384-bit RSA key: a line over 4,096 bytes is something else.
    let line = text.prefix(4096).prefix { $0 != 0x0A && $0 != 0x0D }
    let words = line.split(separator: 0x20, maxSplits: 2)
    guard words.count >= 2,
      let name = Self.algorithms.first(where: { words[0].elementsEqual($0.utf8) }),
      let blob = Base64.decode(Array(words[1])),
      blob.starts(with: Self.field(Array(name.utf8)))
    else { return nil }
    algorithm = name
    self.blob = blob
  }

  /// The SSH form of a certificate's or private key's public half; nil for kinds SSH has no form for.
  public init?(of certificate: Certificate) {
    guard let key = X509_get0_pubkey(certificate.pointer) else { return nil }
    switch EVP_PKEY_get_base_id(key) {
    case EVP_PKEY_RSA:
      guard let exponent = Self.number("e", of: key), let modulus = Self.number("n", of: key) else {
        return nil
      }
      algorithm = "ssh-rsa"
      blob = Self.field(Array("ssh-rsa".utf8)) + exponent + modulus
    case EVP_PKEY_EC:
      guard let curve = Self.curve(of: key), let point = Self.octets("encoded-pub-key", of: key)
      else {
        return nil
      }
      algorithm = "ecdsa-sha2-\(curve)"
      blob =
        Self.field(Array(algorithm.utf8)) + Self.field(Array(curve.utf8)) + Self.field(point)
    default: return nil
    }
  }

  /// The line an SSH client would write, ended by a line feed.
  public var text: [UInt8] { Array(algorithm.utf8) + [0x20] + Base64.encode(blob) + [0x0A] }

  private static func field(_ bytes: [UInt8]) -> [UInt8] {
    withUnsafeBytes(of: UInt32(clamping: bytes.count).bigEndian, Array.init) + bytes
  }

  /// A number as a two's complement field: a leading zero byte keeps it positive.
  private static func number(_ name: String, of key: OpaquePointer) -> [UInt8]? {
    var number: OpaquePointer?
    guard EVP_PKEY_get_bn_param(key, name, &number) == 1 else { return nil }
    defer { BN_free(number) }
    var bytes = [UInt8](repeating: 0, count: Int(BN_num_bits(number) + 7) / 8)
    BN_bn2bin(number, &bytes)
    return field((bytes.first ?? 0) >= 0x80 ? [0] + bytes : bytes)
  }

  private static func octets(_ name: String, of key: OpaquePointer) -> [UInt8]? {
    var count = 0
    guard EVP_PKEY_get_octet_string_param(key, name, nil, 0, &count) == 1 else { return nil }
    var bytes = [UInt8](repeating: 0, count: count)
    guard EVP_PKEY_get_octet_string_param(key, name, &bytes, count, &count) == 1 else { return nil }
    return bytes
  }

  private static func curve(of key: OpaquePointer) -> String? {
    var name = [CChar](repeating: 0, count: 80)
    guard EVP_PKEY_get_group_name(key, &name, name.count, nil) == 1 else { return nil }
    let curves = [
      NID_X9_62_prime256v1: "nistp256", NID_secp384r1: "nistp384", NID_secp521r1: "nistp521",
    ]
    return curves[OBJ_txt2nid(name)]
  }
}
