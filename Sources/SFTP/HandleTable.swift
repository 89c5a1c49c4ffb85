import Appliance
import Time

/// What a client has open, by the handles it was given.
struct HandleTable {
  /// Something open.
  enum Opened {
    case file(OpenFile)
    case listing(any RemoteListing, of: RemotePath)
    /// A directory opened as if it were a file: OpenSSH opens it, and refuses to read it.
    case directory(RemotePath)
  }

  /// Most handles at a time.
  static let limit = 64

  private var opened: [UInt32: Opened] = [:]
  private var last: UInt32 = 0

  /// Whether there can be one more.
  var hasRoom: Bool { opened.count < Self.limit }

  /// The bytes of all open files, whether they are still stored or not.
  var size: Int {
    opened.values.reduce(0) { sum, one in
      if case .file(let file) = one { sum + file.size } else { sum }
    }
  }

  /// Gives something a handle that nothing else has had for long.
  mutating func add(_ one: Opened) -> UInt32 {
    repeat { last &+= 1 } while opened[last] != nil
    opened[last] = one
    return last
  }

  /// What a handle stands for.
  subscript(handle: ArraySlice<UInt8>) -> Opened {
    get throws(SFTPRefusal) {
      guard let one = Self.number(handle).flatMap({ opened[$0] }) else { throw .invalidHandle }
      return one
    }
  }

  /// The file a handle stands for.
  func file(_ handle: ArraySlice<UInt8>) throws(SFTPRefusal) -> OpenFile {
    switch try self[handle] {
    case .file(let file): return file
    case .directory: throw .isDirectory
    case .listing: throw .invalidHandle
    }
  }

  /// Ends the use of a handle.
  mutating func remove(_ handle: ArraySlice<UInt8>) throws(SFTPRefusal) -> Opened {
    guard let one = Self.number(handle).flatMap({ opened.removeValue(forKey: $0) }) else {
      throw .invalidHandle
    }
    return one
  }

  private static func number(_ handle: ArraySlice<UInt8>) -> UInt32? {
    handle.count == 4 ? handle.reduce(0) { $0 << 8 | UInt32($1) } : nil
  }
}
