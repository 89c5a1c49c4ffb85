/// A packet about logging in, looked into for what libssh would let pass.
struct CredentialPacket {
  private var rest: Slice<UnsafeRawBufferPointer>
  private let isResponse: Bool

  /// What stands behind the packet's number; of answers to questions, or a request.
  init(_ body: UnsafeRawBufferPointer, isResponse: Bool) {
    rest = body[...]
    self.isResponse = isResponse
  }

  /// Whether no name, password or answer holds a zero, up to which libssh hands it over, and a key is
  /// one of the algorithm that the request names.
  var isSound: Bool {
    var packet = self
    return isResponse ? packet.answersAreSound() : packet.requestIsSound()
  }

  /// How many answers, then these (RFC 4256 3.4).
  private mutating func answersAreSound() -> Bool {
    rest = rest.dropFirst(4)
    while let answer = takeText() { if answer.contains(0) { return false } }
    return true
  }

  /// User, service, method; then a flag, and for a password it and perhaps a new one (RFC 4252 5, 8),
  /// for a key the algorithm's name and the key (RFC 4252 7).
  private mutating func requestIsSound() -> Bool {
    guard let user = takeText(), takeText() != nil, let method = takeText() else { return true }
    if user.contains(0) { return false }
    rest = rest.dropFirst(1)
    if method.elementsEqual("password".utf8) {
      while let password = takeText() { if password.contains(0) { return false } }
    } else if method.elementsEqual("publickey".utf8), let algorithm = takeText(),
      let key = takeText()
    {
      return Self.isKind(of: key, in: algorithm)
    }
    return true
  }

  /// Whether a key begins with the algorithm's own name; RSA's keys have the oldest one
  /// (RFC 8332 3).
  private static func isKind(
    of key: Slice<UnsafeRawBufferPointer>, in algorithm: Slice<UnsafeRawBufferPointer>
  ) -> Bool {
    var packet = CredentialPacket(UnsafeRawBufferPointer(rebasing: key), isResponse: false)
    guard let kind = packet.takeText() else { return false }
    let names = kind.elementsEqual("ssh-rsa".utf8) ? rsaNames : [Array(kind)]
    return names.contains { $0.elementsEqual(algorithm) }
  }

  private static let rsaNames = ["ssh-rsa", "rsa-sha2-256", "rsa-sha2-512"].map { Array($0.utf8) }

  /// The next text, behind its length; nil if it is not all there.
  private mutating func takeText() -> Slice<UnsafeRawBufferPointer>? {
    let body = UnsafeRawBufferPointer(rebasing: rest)
    guard let length = body.number(at: 0), length <= body.count - 4 else { return nil }
    let text = rest.dropFirst(4).prefix(length)
    rest = rest.dropFirst(4 + length)
    return text
  }
}
