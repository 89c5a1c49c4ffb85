/// Where the dashes of a file stand, whatever is between them: what a reader of PEM goes by, and what
/// it stumbles over.
struct PEMLayout {
  /// `-----BEGIN label-----` or its counterpart.
  struct Mark: Equatable {
    let isBegin: Bool
    let label: String
    /// Its bytes in the file.
    let range: Range<Int>
    /// Its line, from 1.
    let line: Int
    /// Where its line begins.
    let lineStart: Int
  }

  /// What is wrong about a place.
  enum Flaw: Equatable {
    /// END and BEGIN stand on one line, with these bytes between them.
    case glued([UInt8])
    /// These bytes stand in front of a BEGIN, on its line.
    case leading([UInt8])
    /// These bytes stand behind an END, on its line.
    case trailing([UInt8])
    /// There is no END to a BEGIN.
    case unended
    /// There is no BEGIN to an END.
    case unbegun
    /// END has another label than BEGIN.
    case otherLabel(String)
    /// BEGIN and its END stand on one line.
    case oneLine
    /// These bytes stand behind a BEGIN, on its line.
    case behindBegin([UInt8])
    /// Something stands in front of an END, on its line.
    case beforeEnd
    /// A line behind BEGIN is a header, as those of keys with a password have.
    case header([UInt8])
    /// A line between them is no base64.
    case badLine(Int, [UInt8])
    /// A line between them, not the first, is empty: what is above it is taken for a header.
    case emptyLine(Int)
  }

  /// A flaw with its place.
  struct Finding: Equatable {
    let flaw: Flaw
    /// The line, from 1.
    let line: Int
    /// The mark it is about, by its number.
    let mark: Int
  }

  /// The bytes that were looked at.
  let bytes: ArraySlice<UInt8>
  /// The marks in their order.
  let marks: [Mark]
  /// Whether the file has more than was looked at.
  let isCut: Bool

  /// As much as is looked at, in bytes and in marks.
  static let most = (bytes: 256 << 10, marks: 2_000)

  init(_ file: [UInt8]) {
    bytes = file.prefix(Self.most.bytes)
    var marks: [Mark] = []
    var line = 1
    var lineStart = 0
    var index = 0
    bytes.withUnsafeBufferPointer { bytes in
      while index < bytes.count, marks.count < Self.most.marks {
        if bytes[index] == 0x0A {
          line += 1
          lineStart = index + 1
        } else if bytes[index] == UInt8(ascii: "-"),
          let (isBegin, label, end) = Self.mark(in: bytes, at: index)
        {
          marks.append(
            Mark(
              isBegin: isBegin, label: label, range: index..<end, line: line, lineStart: lineStart))
          index = end
          continue
        }
        index += 1
      }
    }
    self.marks = marks
    isCut = file.count > bytes.count || marks.count == Self.most.marks
  }

  /// Whether what begins at a mark is a PKCS#7 container, whatever its label: the answer of an
  /// authority, as certreq writes it, calls itself a certificate.
  func isContainer(at index: Int) -> Bool {
    let body = bytes[marks[index].range.upperBound...].prefix(100).filter { $0 > 0x20 }
    // Base64 of the object identifier of signed data, behind a length of two bytes.
    return body.dropFirst(6).starts(with: "YJKoZIhvcNAQcC".utf8)
  }

  private static func mark(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (isBegin: Bool, label: String, end: Int)? {
    let rest = bytes[start...]
    let isBegin = rest.starts(with: "-----BEGIN ".utf8)
    guard isBegin || rest.starts(with: "-----END ".utf8) else { return nil }
    let labelStart = start + (isBegin ? 11 : 9)
    var end = labelStart
    while end < bytes.count, end - labelStart < 64, bytes[end] >= 0x20,
      bytes[end] != UInt8(ascii: "-")
    { end += 1 }
    guard bytes[end...].starts(with: "-----".utf8) else { return nil }
    return (isBegin, String(decoding: bytes[labelStart..<end], as: UTF8.self), end + 5)
  }
}
