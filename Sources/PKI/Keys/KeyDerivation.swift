import COpenSSL

/// The work of turning passwords into keys. Files say how much of it they want, up to centuries.
struct KeyDerivation {
  /// Rounds that are still allowed.
  private var iterations = Excess.mostRounds
  /// What scrypt's three numbers may still multiply to, which takes as long as all rounds; tools use
  /// 2^17.
  private var scryptWork = 1 << 20
  /// Whose algorithms may be asked for.
  private let rules: VerificationRules

  init(by rules: VerificationRules = .openSSL3) { self.rules = rules }

  /// Accounts for the work an algorithm asks for.
  ///
  /// - Parameter algorithm: what is inside an AlgorithmIdentifier.
  /// - Throws: if it is too much, or cannot be told; ``OpenSSLError/unknownCipher`` for one that the
  ///   library of the rules has not.
  mutating func spend(_ algorithm: DERReader) throws(OpenSSLError) {
    // Iterations, lengths of keys, RC2's version: none of these numbers is large but the first.
    var numbers: [Int] = []
    var isScrypt = false
    var isKnown = true
    var reader = algorithm
    let isReadable = reader.allPrimitives { tag, content in
      if tag == DERReader.Tag.object {
        isScrypt = isScrypt || content.elementsEqual(scrypt)
        isKnown = isKnown && rules.know(algorithm: content)
      }
      guard tag == DERReader.Tag.integer else { return true }
      guard content.bitCount < 32 else { return false }
      numbers.append(content.reduce(0) { $0 << 8 | Int($1) })
      return true
    }
    guard isReadable else { throw .tooManyRounds }
    guard isKnown else { throw .unknownCipher }
    // scrypt's name may stand where nobody reads it, and its numbers are below any limit of rounds.
    try spend(iterations: numbers.max() ?? 1)
    guard isScrypt else { return }
    let work = numbers.prefix(3).reduce(1) { min($0, 1 << 30) * max($1, 1) }
    guard work <= scryptWork else { throw .tooManyRounds }
    scryptWork -= work
  }

  /// Accounts for the work an algorithm asks for.
  ///
  /// - Parameter algorithm: `X509_ALGOR *`
  mutating func spend(_ algorithm: UnsafePointer<X509_ALGOR>?) throws(OpenSSLError) {
    var der: UnsafeMutablePointer<UInt8>?
    let count = i2d_X509_ALGOR(algorithm, &der)
    defer { copenssl_free(der) }
    try succeeded(count)
    try spend(DERReader(Bytes(start: der, count: Int(count))))
  }

  /// Accounts for so many iterations.
  mutating func spend(iterations count: Int) throws(OpenSSLError) {
    guard count <= iterations else { throw .tooManyRounds }
    iterations -= count
  }

  /// Whether an encrypted PKCS #8 key can be opened in bearable time.
  static func canOpen(_ der: Bytes) -> Bool {
    var work = KeyDerivation()
    return (try? work.spend(onOpening: der)) != nil
  }

  /// Accounts for what opening an encrypted PKCS #8 key asks for.
  mutating func spend(onOpening der: Bytes) throws(OpenSSLError) {
    guard let algorithm = Self.algorithm(of: der) else { throw .tooManyRounds }
    try spend(algorithm)
  }

  /// Whether this is an encrypted PKCS #8 key, as far as can be told, that asks for too much.
  static func isExcessive(_ der: Bytes) -> Bool {
    guard let algorithm = algorithm(of: der), !algorithm.isAtEnd else { return false }
    return !canOpen(der)
  }

  private static func algorithm(of der: Bytes) -> DERReader? {
    var file = DERReader(der)
    guard var key = file.enter(DERReader.Tag.sequence) else { return nil }
    return key.enter(DERReader.Tag.sequence)
  }
}

/// 1.3.6.1.4.1.11591.4.11
let scrypt: [UInt8] = [0x2B, 0x06, 0x01, 0x04, 0x01, 0xDA, 0x47, 0x04, 0x0B]
