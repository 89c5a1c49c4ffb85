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

  /// Reads the header of an open file.
  init(of descriptor: Int32) {
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    var status = stat()
    fstat(descriptor, &status)
    kind = Self.kind(of: bytes.prefix(max(0, count)), size: Int(status.st_size))
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
    func number(_ offset: Int, _ count: Int) -> UInt32 {
      bytes.dropFirst(offset).prefix(count).reduce(0) { $0 << 8 | UInt32($1) }
    }
    guard number(68, 4) == applicationID else { return .foreign }
    // A page of 65,536 bytes is written as 1.
    let pageSize = number(16, 2) == 1 ? 65_536 : Int(number(16, 2))
    return .state(isWhole: size >= Int(number(28, 4)) * pageSize)
  }
}
