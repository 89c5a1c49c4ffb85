/// How large the numbers of a private key are, found out without OpenSSL, which computes with them
/// as soon as it reads them.
enum KeySize {
  /// OpenSSL may read it.
  case bearable
  /// It has a number beyond what ``Excess`` allows.
  case excessive
  /// It is no DER, in which each number can be seen.
  case unknown

  /// The size of the key that `der` starts with.
  init(of der: Bytes) {
    var start = DERReader(der)
    // Bytes behind the key are not OpenSSL's business either.
    guard let whole = start.readWhole(DERReader.Tag.sequence) else {
      self = .unknown
      return
    }
    var numbers = Numbers(limit: Self.isRSA(whole) ? Excess.mostRSABits : Excess.mostBits)
    let isReadable = numbers.areBearable(in: whole, orHidden: false)
    self = isReadable ? .bearable : numbers.wereExcessive ? .excessive : .unknown
  }

  /// Whether a key says that it is an RSA key, as PKCS #8 does with the algorithm's name and the
  /// traditional form with nine numbers.
  private static func isRSA(_ whole: Bytes) -> Bool {
    var start = DERReader(whole)
    guard var key = start.enter(DERReader.Tag.sequence),
      key.read(DERReader.Tag.integer) != nil
    else { return false }
    if var algorithm = key.enter(DERReader.Tag.sequence) {
      return algorithm.read(DERReader.Tag.object)?.starts(with: pkcs1) ?? false
    }
    var count = 1
    while key.read(DERReader.Tag.integer) != nil { count += 1 }
    return count >= 9
  }

  /// 1.2.840.113549.1.1, with what follows: RSA and its later kinds.
  private static let pkcs1: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01]

  /// A look at all numbers of a key.
  private struct Numbers {
    /// The bytes of the largest number that may be, with its sign.
    let limit: Int
    private(set) var wereExcessive = false

    /// What else may stand in a key in one piece, in bytes.
    private static let longestPiece = 2049

    init(limit bits: Int) { limit = bits / 8 + 1 }

    /// Whether none is too large. What is no DER hides numbers.
    mutating func areBearable(in der: Bytes, orHidden mayHide: Bool) -> Bool {
      var reader = DERReader(der)
      var areFine = true
      let isReadable = reader.allPrimitives { tag, content in
        guard content.count > limit else { return true }
        switch tag {
        case DERReader.Tag.integer:
          wereExcessive = true
          areFine = false
        case DERReader.Tag.octetString where !mayHide:
          // PKCS #8 wraps the key's own structure into an octet string.
          areFine = areBearable(in: content, orHidden: content.count <= Self.longestPiece)
        default: areFine = content.count <= Self.longestPiece
        }
        return areFine
      }
      return areFine && (isReadable || mayHide)
    }
  }
}
