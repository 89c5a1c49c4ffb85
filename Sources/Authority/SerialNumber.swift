/// The serial numbers of one Microsoft authority: 19 bytes, which repeat the request's number.
///
/// The layout is INFERRED from four certificates of one authority (workstation.md 2.3); a fifth, of
/// another one, fits.
struct SerialNumber {
  /// The first byte, the same in all certificates of an authority; never so high as to be negative.
  let prefix: UInt8
  /// Which of the authority's keys signs: 0 until it gets its second one.
  let keyIndex: UInt16

  init(prefix: UInt8, keyIndex: UInt16 = 0) {
    // A first byte of 0 would vanish from the DER form.
    self.prefix = max(1, prefix & 0x7F)
    self.keyIndex = keyIndex
  }

  /// The serial number of the certificate for a request.
  func bytes(requestID: UInt32, random: UInt64) -> [UInt8] {
    let id = withUnsafeBytes(of: requestID.bigEndian, Array.init)
    return [prefix] + id + withUnsafeBytes(of: random.bigEndian, Array.init)
      + withUnsafeBytes(of: keyIndex.bigEndian, Array.init) + id
  }

  /// The 16 random bytes an authority gives its own certificate.
  static func ofAuthority(_ random: () -> UInt64) -> [UInt8] {
    var bytes = [random(), random()].flatMap { withUnsafeBytes(of: $0.bigEndian, Array.init) }
    bytes[0] = max(1, bytes[0] & 0x7F)
    return bytes
  }
}
