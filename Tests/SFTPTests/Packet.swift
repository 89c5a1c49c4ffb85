/// The bytes of requests.
enum Packet {
  static let initialise = framed([1] + uint32(3))

  static func request(_ type: UInt8, _ id: UInt32, _ fields: [UInt8]) -> [UInt8] {
    framed([type] + uint32(id) + fields)
  }

  static func framed(_ packet: [UInt8]) -> [UInt8] { uint32(UInt32(packet.count)) + packet }

  static func uint32(_ value: UInt32) -> [UInt8] {
    withUnsafeBytes(of: value.bigEndian, Array.init)
  }

  static func uint64(_ value: UInt64) -> [UInt8] {
    withUnsafeBytes(of: value.bigEndian, Array.init)
  }

  static func string(_ bytes: [UInt8]) -> [UInt8] { uint32(UInt32(bytes.count)) + bytes }

  static func string(_ text: String) -> [UInt8] { string(Array(text.utf8)) }

  static func attributes(
    size: UInt64? = nil, owner: UInt32? = nil, mode: UInt32? = nil, time: UInt32? = nil
  ) -> [UInt8] {
    var flags: UInt32 = 0
    var fields: [UInt8] = []
    if let size { (flags, fields) = (flags | 1, fields + uint64(size)) }
    if let owner { (flags, fields) = (flags | 2, fields + uint32(owner) + uint32(owner)) }
    if let mode { (flags, fields) = (flags | 4, fields + uint32(mode)) }
    if let time { (flags, fields) = (flags | 8, fields + uint32(time) + uint32(time)) }
    return uint32(flags) + fields
  }
}

/// What a server answers.
enum Answer: Equatable {
  struct Name: Equatable {
    let name: [UInt8]
    let longName: [UInt8]
    let attributes: Attributes

    var text: String { String(decoding: name, as: UTF8.self) }
    var line: String { String(decoding: longName, as: UTF8.self) }
  }

  struct Attributes: Equatable {
    var size: UInt64?
    var owner: UInt64?
    var mode: UInt32?
    var modified: UInt32?
  }

  case version(UInt32, [String])
  case status(UInt32, UInt32, String)
  case handle(UInt32, [UInt8])
  case data(UInt32, [UInt8])
  case names(UInt32, [Name])
  case attributes(UInt32, Attributes)
  case numbers(UInt32, [UInt64])
  case unreadable(UInt8)

  var id: UInt32? {
    switch self {
    case .status(let id, _, _), .handle(let id, _), .data(let id, _), .names(let id, _),
      .attributes(let id, _), .numbers(let id, _):
      id
    case .version, .unreadable: nil
    }
  }

  /// The number of a status; nil for other answers.
  var status: UInt32? { if case .status(_, let status, _) = self { status } else { nil } }
  /// The text of a status.
  var message: String? { if case .status(_, _, let text) = self { text } else { nil } }
  /// What was read, as text.
  var text: String? {
    if case .data(_, let data) = self { String(decoding: data, as: UTF8.self) } else { nil }
  }
  /// The attributes of a file.
  var attributes: Attributes? {
    if case .attributes(_, let attributes) = self { attributes } else { nil }
  }
  /// The names told.
  var names: [Name] { if case .names(_, let names) = self { names } else { [] } }

  static func all(in bytes: [UInt8]) -> [Answer] {
    var fields = Fields(rest: bytes[...])
    var answers: [Answer] = []
    while !fields.rest.isEmpty {
      var packet = Fields(rest: fields.string())
      answers.append(answer(&packet))
    }
    return answers
  }

  private static func answer(_ packet: inout Fields) -> Answer {
    let type = packet.rest.popFirst() ?? 0
    let id = packet.uint32()
    switch type {
    case 2:
      var names: [String] = []
      while !packet.rest.isEmpty { names.append("\(packet.text()) \(packet.text())") }
      return .version(id, names)
    case 101: return .status(id, packet.uint32(), packet.text())
    case 102: return .handle(id, Array(packet.string()))
    case 103: return .data(id, Array(packet.string()))
    case 104:
      return .names(
        id,
        (0..<packet.uint32()).map { _ in
          Name(
            name: Array(packet.string()), longName: Array(packet.string()),
            attributes: packet.attributes())
        })
    case 105: return .attributes(id, packet.attributes())
    case 201: return .numbers(id, (0..<packet.rest.count / 8).map { _ in packet.uint64() })
    default: return .unreadable(type)
    }
  }
}

private struct Fields {
  var rest: ArraySlice<UInt8>

  mutating func uint32() -> UInt32 { UInt32(truncatingIfNeeded: integer(4)) }
  mutating func uint64() -> UInt64 { integer(8) }
  mutating func text() -> String { String(decoding: string(), as: UTF8.self) }
  mutating func string() -> ArraySlice<UInt8> { take(Int(uint32())) }

  mutating func attributes() -> Answer.Attributes {
    let flags = uint32()
    var attributes = Answer.Attributes()
    if flags & 1 != 0 { attributes.size = uint64() }
    if flags & 2 != 0 { attributes.owner = uint64() }
    if flags & 4 != 0 { attributes.mode = uint32() }
    if flags & 8 != 0 {
      _ = uint32()
      attributes.modified = uint32()
    }
    return attributes
  }

  private mutating func integer(_ count: Int) -> UInt64 {
    take(count).reduce(0) { $0 << 8 | UInt64($1) }
  }

  private mutating func take(_ count: Int) -> ArraySlice<UInt8> {
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}
