/// What a process asks another one for: words, as on a command line, the first of which says what.
public struct Request: Sendable, Equatable {
  /// The form of all messages.
  public static let version: UInt8 = 1

  /// The words; there is at least one.
  public let words: [String]

  /// A request of at least one word; all of them together fit a ``Frame``.
  public init(_ words: [String]) {
    precondition(!words.isEmpty, "a request for nothing")
    self.words = words
  }

  /// Whether it is small enough to be sent.
  public var fits: Bool {
    words.reduce(1) { $0 + 4 + $1.utf8.count } <= Frame.limit
  }

  var frame: Frame {
    var bytes = [Self.version]
    for word in words {
      Bytes.append(UInt32(word.utf8.count), to: &bytes)
      bytes += word.utf8
    }
    return Frame(.request, bytes)
  }

  /// The request in a message.
  init(_ frame: Frame) throws(ControlError) {
    guard frame.kind == .request, let version = frame.bytes.first else { throw .malformed }
    guard version == Self.version else { throw .otherVersion }
    var rest = frame.bytes.dropFirst()
    var words: [String] = []
    while !rest.isEmpty {
      guard let length = Bytes.number(rest), rest.count - 4 >= Int(length) else {
        throw .malformed
      }
      guard let word = String(validating: rest.dropFirst(4).prefix(Int(length)), as: UTF8.self)
      else { throw .malformed }
      words.append(word)
      rest = rest.dropFirst(4 + Int(length))
    }
    guard !words.isEmpty else { throw .malformed }
    self.words = words
  }
}

/// How a conversation ends: what the asking program exits with, and what it says in its own name.
public struct Ending: Sendable, Equatable {
  /// An exit status; 0 if all is well.
  public let status: UInt8
  /// A line for standard error; empty for none.
  public let text: String

  /// An end; text beyond what a ``Frame`` holds is lost.
  public init(status: UInt8 = 0, _ text: String = "") {
    self.status = status
    self.text = text
  }

  /// The message that says so.
  public var frame: Frame {
    Frame(.ending, [status] + text.utf8.prefix(Frame.limit - 1))
  }

  /// The end in a message.
  public init(_ frame: Frame) throws(ControlError) {
    guard frame.kind == .ending, let status = frame.bytes.first else { throw .malformed }
    self.status = status
    text = String(decoding: frame.bytes.dropFirst(), as: UTF8.self)
  }
}

/// The size of a terminal.
public struct WindowSize: Sendable, Equatable {
  /// Characters in a row; 0 if that is not known.
  public let columns: Int
  /// Rows; 0 if that is not known.
  public let rows: Int

  /// A size; numbers that no terminal has are not known.
  public init(columns: Int, rows: Int) {
    self.columns = 0...0xFFFF ~= columns ? columns : 0
    self.rows = 0...0xFFFF ~= rows ? rows : 0
  }

  /// The message that says so.
  public var frame: Frame {
    var bytes: [UInt8] = []
    Bytes.append(UInt32(columns) << 16 | UInt32(rows), to: &bytes)
    return Frame(.size, bytes)
  }

  /// The size in a message.
  public init(_ frame: Frame) throws(ControlError) {
    guard frame.kind == .size, frame.bytes.count == 4, let both = Bytes.number(frame.bytes[...])
    else { throw .malformed }
    self.init(columns: Int(both >> 16), rows: Int(both & 0xFFFF))
  }
}
