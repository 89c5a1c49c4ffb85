import Time

/// What a client wants a file to be like (draft-ietf-secsh-filexfer-02, section 5); nil for what it
/// leaves open. The time of the last access is not kept.
struct FileAttributes {
  /// Which attributes are there.
  struct Flags: OptionSet {
    let rawValue: UInt32
    static let size = Flags(rawValue: 0x1)
    static let owner = Flags(rawValue: 0x2)
    static let permissions = Flags(rawValue: 0x4)
    static let times = Flags(rawValue: 0x8)
    static let extended = Flags(rawValue: 0x8000_0000)
  }

  /// In bytes.
  private(set) var size: UInt64?
  /// Whether it is to belong to somebody else than user 0 and group 0.
  private(set) var changesOwner = false
  /// Permissions, without what kind of file it is.
  private(set) var mode: UInt16?
  /// When it was last written.
  private(set) var modified: UnixTime?

  /// Takes attributes from a packet.
  init(_ reader: inout PacketReader) throws(SFTPRefusal) {
    let flags = Flags(rawValue: try reader.uint32())
    if flags.contains(.size) { size = try reader.uint64() }
    if flags.contains(.owner) { changesOwner = try reader.uint32() | reader.uint32() != 0 }
    if flags.contains(.permissions) {
      mode = UInt16(truncatingIfNeeded: try reader.uint32()) & 0o7777
    }
    if flags.contains(.times) {
      _ = try reader.uint32()
      modified = UnixTime(try reader.uint32())
    }
    guard flags.contains(.extended) else { return }
    for _ in 0..<(try reader.uint32()) {
      _ = try reader.string()
      _ = try reader.string()
    }
  }
}
