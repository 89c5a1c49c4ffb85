import Words

/// Text that people have saved, and maybe in another encoding than they believe.
enum UTF8Text {
  /// The characters of these bytes, which are those of the file of that name; a mark of the encoding
  /// at the beginning is none of them.
  ///
  /// - Throws: the place of the first byte that is no UTF-8, and what the file may be instead.
  static func read(_ source: [UInt8], file: String) throws(CSVError) -> [Unicode.Scalar] {
    let start = Place(file: file, line: 1, column: 1)
    if source.starts(with: [0xFF, 0xFE]) || source.starts(with: [0xFE, 0xFF])
      || source.prefix(4).contains(0)
    {
      throw CSVError(at: start, "this is UTF-16 or UTF-32: save it as UTF-8")
    }
    var rest = source.withoutByteOrderMark.makeIterator()
    var parser = UTF8.ForwardParser()
    var characters: [Unicode.Scalar] = []
    characters.reserveCapacity(source.count)
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let character): characters.append(UTF8.decode(character))
      case .emptyInput: return characters
      case .error:
        throw CSVError(
          at: place(behind: characters, file: file),
          "this is no UTF-8, but maybe Latin-1 or Windows-1252: save the file as UTF-8")
      }
    }
  }

  private static func place(behind characters: [Unicode.Scalar], file: String) -> Place {
    var (line, column) = (1, 1)
    var last: Unicode.Scalar?
    for character in characters {
      let isSecondOfLineEnd = character == "\n" && last == "\r"
      if character == "\r" || character == "\n" {
        if !isSecondOfLineEnd { line += 1 }
        column = 1
      } else {
        column += 1
      }
      last = character
    }
    return Place(file: file, line: line, column: column)
  }
}
