/// Finds keys in typed bytes. A key may come in pieces; its beginning is kept until the rest comes.
struct KeyDecoder {
  enum Keystroke: Equatable {
    case text(Unicode.Scalar)
    case command(EditingCommand)
  }

  /// Where a sequence that began with Escape stands (ECMA-48, 5.4).
  private enum State {
    case ground
    case escape
    /// After `ESC [` or `ESC O`, until its final byte.
    case sequence
    /// After `ESC [ [`, which a Linux console sends for F1 to F5.
    case lastByte
  }

  /// No key sends more after Escape; a longer run of digits is text again.
  private static let maximumLength = 32

  private var state = State.ground
  private var scalars = ScalarDecoder()
  /// The bytes of the sequence so far, the last eight of them.
  private var packed: UInt64 = 0
  private var length = 0
  /// A line feed after a carriage return belongs to it.
  private var isAfterReturn = false

  /// Takes bytes off `queue` up to the end of a key; nil if they end before.
  mutating func next(from queue: inout InputQueue) -> Keystroke? {
    while let byte = queue.first {
      if scalars.isPending, !scalars.continues(with: byte) { return .text(scalars.abandon()) }
      queue.removeFirst()
      if let key = take(byte) { return key }
    }
    return nil
  }

  /// Whether Escape has come and nothing after it: the key of that name, or another one's beginning.
  var isAfterEscape: Bool { state == .escape }

  /// Forgets Escape, as it was the key of that name.
  mutating func forgetEscape() { state = .ground }

  /// Forgets a carriage return, as what followed it was dropped.
  mutating func forgetReturn() { isAfterReturn = false }

  private mutating func take(_ byte: UInt8) -> Keystroke? {
    let endsReturn = isAfterReturn && byte == 0x0A
    isAfterReturn = byte == 0x0D
    if endsReturn { return nil }
    switch state {
    case .ground: return takeFirst(byte)
    case .escape: return takeSecond(byte)
    case .sequence: return takeLater(byte)
    case .lastByte:
      state = .ground
      return byte < 0x20 || byte >= 0x7F ? takeFirst(byte) : nil
    }
  }

  private mutating func takeFirst(_ byte: UInt8) -> Keystroke? {
    switch byte {
    case 0x1B:
      state = .escape
      packed = 0x1B
      length = 1
      return nil
    case 0x20...0x7E: return .text(Unicode.Scalar(byte))
    case 0x80...: return scalars.take(byte).flatMap { $0.isTypable ? .text($0) : nil }
    default: return Self.commands[UInt64(byte)].map { .command($0) }
    }
  }

  private mutating func takeSecond(_ byte: UInt8) -> Keystroke? {
    if byte == 0x5B || byte == 0x4F {
      state = .sequence
      extend(byte)
      return nil
    }
    state = .ground
    extend(byte)
    if let command = Self.commands[packed] { return .command(command) }
    // Escape before a key that is none of its own means nothing; before text it eats that.
    return byte < 0x20 || byte >= 0x7F ? takeFirst(byte) : nil
  }

  private mutating func takeLater(_ byte: UInt8) -> Keystroke? {
    switch byte {
    case 0x20...0x3F where length < Self.maximumLength:
      extend(byte)
      return nil
    case 0x5B where packed == 0x1B5B:
      state = .lastByte
      return nil
    case 0x40...0x7E:
      state = .ground
      extend(byte)
      return length > 8 ? nil : Self.commands[packed].map { .command($0) }
    default:
      state = .ground
      return takeFirst(byte)
    }
  }

  private mutating func extend(_ byte: UInt8) {
    packed = packed << 8 | UInt64(byte)
    length += 1
  }

  /// The table, by the bytes of a key as one number.
  private static let commands: [UInt64: EditingCommand] = Dictionary(
    KeyTable.bindings.map { binding in
      (binding.key.utf8.reduce(0) { $0 << 8 | UInt64($1) }, binding.command)
    }, uniquingKeysWith: { first, _ in first })
}

extension Unicode.Scalar {
  /// Whether it may stand in a line: no C1 control, which a terminal would obey, no line end.
  fileprivate var isTypable: Bool {
    !(0x80...0x9F ~= value) && value != 0x2028 && value != 0x2029
  }
}
