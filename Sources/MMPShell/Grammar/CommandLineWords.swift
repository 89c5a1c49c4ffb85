/// A typed line cut into words.
struct CommandLineWords {
  /// The words, quotation marks taken off.
  private(set) var words: [String] = []
  /// Where each word starts in the line, and where it ends, with its quotation marks.
  private var starts: [String.Index] = []
  private var ends: [String.Index] = []
  /// Where the last word starts in the line; the line's end if a blank follows the last word.
  private(set) var lastWordStart: String.Index
  /// Whether a double quotation mark is still open at the end of the line.
  private(set) var isQuoteOpen = false

  /// Cuts at runs of blanks. Double quotation marks keep blanks together, anywhere in a word, as in
  /// `O:"My Company"` (RECALLED, pki.md 1.1); single ones and backslashes are ordinary characters.
  init(_ line: String) {
    var word = ""
    var hasWord = false
    lastWordStart = line.startIndex
    for index in line.unicodeScalars.indices {
      let scalar = line.unicodeScalars[index]
      if !isQuoteOpen, scalar == " " || scalar == "\t" {
        if hasWord {
          words.append(word)
          starts.append(lastWordStart)
          ends.append(index)
        }
        word = ""
        hasWord = false
        continue
      }
      if !hasWord { lastWordStart = index }
      hasWord = true
      if scalar == "\"" {
        isQuoteOpen.toggle()
      } else {
        word.unicodeScalars.append(scalar)
      }
    }
    if hasWord {
      words.append(word)
      starts.append(lastWordStart)
      ends.append(line.endIndex)
    } else {
      lastWordStart = line.endIndex
    }
  }

  /// Where each word stands in the line, with its quotation marks.
  var ranges: [Range<String.Index>] { zip(starts, ends).map { $0..<$1 } }
}
