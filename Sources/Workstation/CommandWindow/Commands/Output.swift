import Console
import Ledger

/// What a command says, kept apart by stream until it is known where each goes.
struct Output {
  enum Stream {
    case standard
    case error
  }

  private struct Piece {
    let stream: Stream
    let part: Reply.Part
    /// Bytes of a file, never touched; text gets the line ends of where it goes.
    let isRaw: Bool
  }

  private var pieces: [Piece] = []
  /// In bytes.
  private(set) var size = 0

  /// Most bytes kept: as many as a file may have.
  private static let maximumSize = 64 << 20

  /// Whether no more is kept.
  var isFull: Bool { size > Self.maximumSize }

  init() {}

  /// One message.
  init(_ saying: Saying) { add(saying) }

  /// One line of text.
  init(line: String) { add(line: line) }

  /// Adds a message.
  mutating func add(_ saying: Saying, to stream: Stream = .standard) {
    add(Piece(stream: stream, part: .saying(saying), isRaw: false))
  }

  /// Adds lines of text; each but the last may end by a newline in `line`.
  mutating func add(line: String) {
    add(Piece(stream: .standard, part: .line(line), isRaw: false))
  }

  /// Adds what a program has shown.
  mutating func add(shown parts: [Reply.Part]) {
    for part in parts { add(Piece(stream: .standard, part: part, isRaw: false)) }
  }

  /// Adds bytes of a file.
  mutating func add(raw bytes: [UInt8]) {
    add(Piece(stream: .standard, part: .bytes(bytes), isRaw: true))
  }

  /// Adds all of another output.
  mutating func add(_ other: Output) { for piece in other.pieces { add(piece) } }

  /// The output of the streams wanted.
  func only(_ isWanted: (Stream) -> Bool) -> Output {
    var only = Output()
    for piece in pieces where isWanted(piece.stream) { only.add(piece) }
    return only
  }

  private mutating func add(_ piece: Piece) {
    let count = piece.part.bytes.count
    guard !isFull, count > 0 else { return }
    size += count
    pieces.append(piece)
  }

  /// What a screen shows of the streams wanted.
  func shown(_ isWanted: (Stream) -> Bool = { _ in true }) -> [Reply.Part] {
    pieces.filter { isWanted($0.stream) }.map(\.part)
  }

  /// What a file or a program gets of the streams wanted: text lines end in CR LF there.
  func written(_ isWanted: (Stream) -> Bool) -> [UInt8] {
    var written: [UInt8] = []
    for piece in pieces where isWanted(piece.stream) {
      written += piece.isRaw ? piece.part.bytes : Self.withCarriageReturns(piece.part.bytes)
    }
    return written
  }

  static func withCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    for byte in bytes {
      if byte == 0x0A, result.last != 0x0D { result.append(0x0D) }
      result.append(byte)
    }
    return result
  }
}
