import Ledger

/// What `chmod` is to do to permissions: an octal number, or changes such as `u+rw,go-w`.
struct ModeChange {
  private var cleared: UInt16 = 0
  private var flipped: UInt16 = 0

  /// Why a mode cannot be read.
  struct Misuse: Error {
    let saying: Saying
  }

  /// The permissions after the change.
  func applied(to mode: UInt16) -> UInt16 { (mode & ~cleared) ^ flipped }

  /// Reads a mode.
  init(_ text: String) throws(Misuse) {
    if let first = text.utf8.first, (0x30...0x39).contains(first) {
      guard text.utf8.allSatisfy({ (0x30...0x37).contains($0) }) else {
        throw Misuse(saying: FileMessages.modeDigits)
      }
      cleared = 0o7777
      // Only the last digits can count.
      flipped = (UInt16(text.suffix(4), radix: 8) ?? 0) & cleared
      return
    }
    // A comma at the end leaves nothing to read, one before that an incomplete change.
    var parts = text.split(separator: ",", omittingEmptySubsequences: false)
    if parts.last?.isEmpty == true { parts.removeLast() }
    for part in parts { try add(part) }
  }

  private mutating func add(_ part: Substring) throws(Misuse) {
    let part = String(part)
    var rest = Array(part)[...]
    var who = try Self.who(&rest, in: part)
    guard let action = rest.popFirst(), !rest.isEmpty else {
      throw Misuse(saying: FileMessages.modeIncomplete(mode: part))
    }
    var what: UInt16 = 0
    for letter in rest {
      switch letter {
      case "r": what |= 0o444
      case "w": what |= 0o222
      case "x": what |= 0o111
      case "t":
        what |= 0o1000
        who |= 0o1000
      case "s":
        guard [0o4700, 0o2070].contains(who & 0o6777) else {
          throw Misuse(saying: FileMessages.modeSetID(mode: part))
        }
        what |= 0o6000
      default: throw Misuse(saying: FileMessages.modeWhat(mode: part, letter: String(letter)))
      }
    }
    guard who & 0o6777 != 0 || what & ~who == 0 else {
      throw Misuse(saying: FileMessages.modeNobody(mode: part))
    }
    what &= who
    switch action {
    case "+":
      cleared |= what
      flipped |= what
    case "-":
      cleared |= what
      flipped &= ~what
    default:
      cleared |= who
      flipped |= what
    }
  }

  private static func who(
    _ rest: inout ArraySlice<Character>, in part: String
  ) throws(Misuse) -> UInt16 {
    var who: UInt16 = 0
    while let letter = rest.first, !"+-=".contains(letter) {
      switch letter {
      case "u": who |= 0o4700
      case "g": who |= 0o2070
      case "o": who |= 0o0007
      case "a": who |= 0o6777
      default: throw Misuse(saying: FileMessages.modeWho(mode: part, letter: String(letter)))
      }
      rest.removeFirst()
    }
    return who
  }
}
