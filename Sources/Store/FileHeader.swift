import Glibc

/// What the first bytes of a file tell before SQLite looks at it, which changes some files by that.
struct FileHeader {
  /// What it seems to be.
  enum Kind: Equatable {
    /// Nothing is in it, or not yet.
    case empty
    /// A state file; `isWhole` is false if the file is shorter than it says.
    case state(isWhole: Bool)
    /// The beginning of a database, cut off.
    case stump
    /// Anything else.
    case foreign
  }

  /// `mmp1`: what says in any SQLite database whose it is, and what `file` shows.
  static let applicationID: UInt32 = 0x6d6d_7031

  let kind: Kind
  /// The version of its tables, if it is a state file; what waits beside it may be of a later one.
  let version: Int

  /// Reads the header of an open file.
  init(of descriptor: Int32) {
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    var status = stat()
    fstat(descriptor, &status)
    kind = Self.kind(of: bytes.prefix(max(0, count)), size: Int(status.st_size))
    version = Int(Self.number(in: bytes[...], at: 60))
  }

  /// Whether something is beside the file of that path: `-wal` is what waits to be put into it,
  /// `-journal` what was in it before a change that was never finished.
  static func has(_ suffix: String, beside path: String) -> Bool {
    var status = stat()
    return stat(path + suffix, &status) == 0 && status.st_size > 0
  }

  /// What begins with those bytes and is that large.
  static func kind(of bytes: ArraySlice<UInt8>, size: Int) -> Kind {
    let magic = Array("SQLite format 3\0".utf8)
    guard !bytes.isEmpty else { return .empty }
    guard bytes.starts(with: magic.prefix(bytes.count)) else { return .foreign }
    guard bytes.count == 100 else { return .stump }
    guard number(in: bytes, at: 68) == applicationID else { return .foreign }
    // A page of 65,536 bytes is written as 1.
    let written = number(in: bytes, at: 16, count: 2)
    let pageSize = written == 1 ? 65_536 : Int(written)
    return .state(isWhole: size >= Int(number(in: bytes, at: 28)) * pageSize)
  }

  private static func number(
    in bytes: ArraySlice<UInt8>, at offset: Int, count: Int = 4
  ) -> UInt32 {
    bytes.dropFirst(offset).prefix(count).reduce(0) { $0 << 8 | UInt32($1) }
  }
}
