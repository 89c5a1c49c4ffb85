/// The words of a line at psftp's prompt.
struct PSFTPWords {
  /// The command and what stands behind it; none for an empty line or a comment.
  let words: [String]

  /// Splits a line: quotation marks hold blanks together and are taken off, two in a row are one
  /// that is meant. `!` takes the rest of the line as it is, `#` drops it.
  init(_ line: String) {
    var rest = Array(line.utf8)[...]
    // A C string ends at a zero, a line at its end.
    rest = rest.prefix { $0 != 0 && $0 != 0x0D && $0 != 0x0A }
    rest = rest.drop(while: Self.isBlank)
    switch rest.first {
    case UInt8(ascii: "!"): words = ["!", String(decoding: rest.dropFirst(), as: UTF8.self)]
    case UInt8(ascii: "#"): words = []
    default:
      var words: [String] = []
      while !rest.isEmpty {
        words.append(Self.word(&rest))
        rest = rest.drop(while: Self.isBlank)
      }
      self.words = words
    }
  }

  private static func word(_ rest: inout ArraySlice<UInt8>) -> String {
    let quote = UInt8(ascii: "\"")
    var word: [UInt8] = []
    var isQuoted = false
    while let byte = rest.first, isQuoted || !isBlank(byte) {
      rest.removeFirst()
      if byte != quote {
        word.append(byte)
      } else if rest.first == quote {
        rest.removeFirst()
        word.append(quote)
      } else {
        isQuoted.toggle()
      }
    }
    return String(decoding: word, as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
