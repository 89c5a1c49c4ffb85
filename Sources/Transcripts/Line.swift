/// One line of a transcript file, with what `--update` needs to write it back unchanged.
struct Line {
  /// How a line is ended in its file.
  enum Ending: String {
    case none = ""
    case lf = "\n"
    case crlf = "\r\n"
  }

  /// Its place in the file, from 1.
  let number: Int
  /// The line without its end.
  let text: ArraySlice<UInt8>
  /// Its end; only the last line of a file may have none.
  let ending: Ending

  /// Whether it is a comment, `#: ...`.
  var isComment: Bool { text.isComment }

  /// The lines of a file. A file that ends with a line end has no empty line after it.
  static func all(of bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: .newline)
      var text = rest[..<(end ?? rest.endIndex)]
      var ending = end == nil ? Ending.none : .lf
      if ending == .lf, text.last == .carriageReturn {
        text.removeLast()
        ending = .crlf
      }
      lines.append(Line(number: lines.count + 1, text: text, ending: ending))
      rest = end.map { rest[($0 + 1)...] } ?? []
    }
    return lines
  }
}
