extension PKIFile {
  /// Whether a file may hold a private key, readable or not: such a file is nobody else's business.
  ///
  /// It goes by the look of the bytes and decodes nothing. A key that is cut off, indented or of a
  /// kind unknown here is a secret all the same.
  public static func mayHoldSecret(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      bytes.contains(sequence: "PRIVATE KEY-----".utf8)
        || startsLikeSecret(bytes.bindMemory(to: UInt8.self))
    }
  }

  /// Whether these bytes start like a private key or a PKCS #12 container in DER.
  private static func startsLikeSecret(_ bytes: Bytes) -> Bool {
    var reader = DERReader(bytes)
    guard reader.open(DERReader.Tag.sequence) else { return false }
    // A version in front: PKCS #12, PKCS #8 and the traditional forms of keys. What is public
    // starts with a structure, an object or, an RSA key, with a large number.
    if let version = reader.read(DERReader.Tag.integer) { return version.count == 1 }
    // An encrypted PKCS #8 key: the algorithm and the octets it encrypted.
    guard var algorithm = reader.enter(DERReader.Tag.sequence) else { return false }
    return algorithm.read(DERReader.Tag.object) != nil && reader.open(DERReader.Tag.octetString)
  }
}
