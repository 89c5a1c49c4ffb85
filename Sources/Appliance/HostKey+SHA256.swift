import PKI

extension HostKey {
  /// As in `SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8`, which OpenSSH shows: 32 bytes made
  /// up from the digest, in base64 without padding.
  public var sha256Fingerprint: String {
    var bytes: [UInt8] = []
    for round in 0..<4 as Range<UInt64> {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ (round &* 0x9E37_79B9_7F4A_7C15)
      for byte in digest { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      hash = (hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 32
      bytes += (0..<8).map { UInt8(truncatingIfNeeded: hash >> (8 * $0)) }
    }
    let text = Base64.encode(bytes).prefix { $0 != UInt8(ascii: "=") }
    return "SHA256:" + String(decoding: text, as: UTF8.self)
  }
}
