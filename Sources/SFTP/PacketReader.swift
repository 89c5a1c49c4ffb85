/// Takes fields from the front of a packet (draft-ietf-secsh-filexfer-02, section 3). A field that
/// is not there in full is a bad message.
struct PacketReader {
  private var rest: ArraySlice<UInt8>

  /// Reads these bytes.
  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  mutating func byte() throws(SFTPRefusal) -> UInt8 {
    guard let byte = rest.popFirst() else { throw .badMessage }
    return byte
  }

  mutating func uint32() throws(SFTPRefusal) -> UInt32 { try integer() }

  mutating func uint64() throws(SFTPRefusal) -> UInt64 { try integer() }

  mutating func string() throws(SFTPRefusal) -> ArraySlice<UInt8> {
    try bytes(Int(clamping: uint32()))
  }

  mutating func path() throws(SFTPRefusal) -> RemotePath { RemotePath(try string()) }

  private mutating func integer<Value: FixedWidthInteger>() throws(SFTPRefusal) -> Value {
    try bytes(Value.bitWidth / 8).reduce(0) { $0 << 8 | Value($1) }
  }

  private mutating func bytes(_ count: Int) throws(SFTPRefusal) -> ArraySlice<UInt8> {
    guard count <= rest.count else { throw .badMessage }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}
