import Time

/// Answers, one behind the other, as bytes (draft-ietf-secsh-filexfer-02, section 7).
struct PacketWriter {
  private(set) var bytes: [UInt8] = []

  /// The kinds of answers.
  private enum Kind: UInt8 {
    case version = 2
    case status = 101
    case handle = 102
    case data = 103
    case name = 104
    case attributes = 105
    case extended = 201
  }

  /// Takes all answers out.
  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Makes room for that many bytes more, and more than that if they are not there yet.
  mutating func reserve(_ count: Int, orRather more: Int) {
    guard bytes.capacity - bytes.count < count else { return }
    bytes.reserveCapacity(max(bytes.count + count, 2 * bytes.capacity, more))
  }

  // MARK: - Answers

  mutating func version(_ version: UInt32, extensions: [(name: String, version: String)]) {
    packet(.version, version) { packet in
      for one in extensions {
        packet.string(one.name.utf8)
        packet.string(one.version.utf8)
      }
    }
  }

  mutating func status(_ id: UInt32, _ refusal: SFTPRefusal) {
    packet(.status, id) { packet in
      packet.integer(refusal.status.rawValue)
      packet.string(refusal.message.utf8)
      // The language of the message; OpenSSH does not name it either.
      packet.string("".utf8)
    }
  }

  mutating func handle(_ id: UInt32, _ handle: UInt32) {
    packet(.handle, id) { packet in
      packet.integer(4 as UInt32)
      packet.integer(handle)
    }
  }

  mutating func data(_ id: UInt32, _ data: ArraySlice<UInt8>) {
    packet(.data, id) { $0.string(data) }
  }

  mutating func attributes(_ id: UInt32, _ entry: RemoteEntry) {
    packet(.attributes, id) { $0.attributes(entry) }
  }

  mutating func path(_ id: UInt32, _ path: RemotePath) {
    packet(.name, id) { packet in
      packet.integer(1 as UInt32)
      packet.string(path.bytes)
      packet.string(path.bytes)
      packet.integer(0 as UInt32)
    }
  }

  mutating func names(_ id: UInt32, _ entries: [RemoteEntry], at now: UnixTime) {
    packet(.name, id) { packet in
      packet.integer(UInt32(clamping: entries.count))
      for entry in entries {
        packet.string(entry.name.utf8)
        packet.string(LongName(of: entry, at: now).text.utf8)
        packet.attributes(entry)
      }
    }
  }

  mutating func numbers(_ id: UInt32, _ numbers: [Int]) {
    packet(.extended, id) { packet in
      for number in numbers { packet.integer(UInt64(clamping: number)) }
    }
  }

  // MARK: - Fields

  private mutating func packet(
    _ kind: Kind, _ id: UInt32, _ fields: (inout PacketWriter) -> Void
  ) {
    let start = bytes.count
    integer(0 as UInt32)
    bytes.append(kind.rawValue)
    integer(id)
    fields(&self)
    let length = UInt32(clamping: bytes.count - start - 4).bigEndian
    withUnsafeBytes(of: length) { bytes.replaceSubrange(start..<start + 4, with: $0) }
  }

  private mutating func integer(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }

  private mutating func string(_ string: some Collection<UInt8>) {
    integer(UInt32(clamping: string.count))
    bytes.append(contentsOf: string)
  }

  private mutating func attributes(_ entry: RemoteEntry) {
    let flags: FileAttributes.Flags = [.size, .owner, .permissions, .times]
    integer(flags.rawValue)
    integer(UInt64(clamping: entry.size))
    // User and group are root.
    integer(0 as UInt64)
    integer(UInt32(entry.isDirectory ? 0o040_000 : 0o100_000) | UInt32(entry.mode))
    let time = UInt32(clamping: entry.modified)
    integer(time)
    integer(time)
  }
}
