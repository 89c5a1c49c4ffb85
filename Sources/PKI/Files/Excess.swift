/// What a file has more of than anybody would wait for. Such a file is read no further.
public enum Excess: Sendable, Equatable {
  /// More PEM blocks, or certificates in a container, than ``mostElements``.
  case elements
  /// More bytes than ``mostBytes``.
  case size
  /// A private key with more bits than ``mostRSABits`` or, of another kind, ``mostBits``.
  case keySize
  /// More rounds of key derivation than ``mostRounds``, or as much work of another kind.
  case rounds

  /// Most elements of a file: several times what a list of all public roots has, and verified
  /// against in a tenth of a second.
  public static let mostElements = 1_000
  /// Most bytes of a file, which is more than so many elements need. Decoded they take sixteen times
  /// the room, and printed four times.
  public static let mostBytes = 4 << 20
  /// Most bits of an RSA key: OpenSSL's own limit.
  public static let mostRSABits = 16_384
  /// Most bits of another key's numbers: OpenSSL computes a DSA or DH key's public half whenever it
  /// reads one, without a limit.
  public static let mostBits = 4_096
  /// Most rounds of key derivation for one password: half a second's work. Tools ask for some
  /// hundred thousand at most.
  public static let mostRounds = 1_000_000
}

extension OpenSSLError {
  /// What the bytes have too much of; nil for OpenSSL's own errors.
  public var excess: Excess? {
    switch self {
    case .tooManyRounds: .rounds
    case .keyTooLarge: .keySize
    case .tooManyElements: .elements
    case .fileTooLarge: .size
    default: nil
    }
  }

  /// Not OpenSSL's: passwords are to be turned into keys by more work than ``Excess/mostRounds``.
  public static let tooManyRounds = OpenSSLError(code: .max, reason: "too many rounds")
  /// Not OpenSSL's: a key larger than ``Excess/mostRSABits`` or ``Excess/mostBits`` allow.
  public static let keyTooLarge = OpenSSLError(code: .max - 1, reason: "key too large")
  /// Not OpenSSL's: more certificates than ``Excess/mostElements``.
  public static let tooManyElements = OpenSSLError(code: .max - 2, reason: "too many elements")
  /// Not OpenSSL's: it may be BER, in which a number of any size could hide.
  public static let notDER = OpenSSLError(code: .max - 3, reason: "not DER")
  /// Not OpenSSL's: more bytes than ``Excess/mostBytes``.
  public static let fileTooLarge = OpenSSLError(code: .max - 4, reason: "file too large")
}
