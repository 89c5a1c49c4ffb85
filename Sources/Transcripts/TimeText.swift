/// The ways in which the lab's machines write a time.
enum TimeText {
  /// `0` is a digit, `_` a digit or a blank, `a` a letter; the rest stands for itself.
  private static let forms = [
    // date; a certificate; dir; a log; wget
    "aaa aaa _0 00:00:00 aaa 0000", "aaa _0 00:00:00 0000 aaa", "00/00/0000  00:00 aa",
    "0000-00-00T00:00:00.000", "0000-00-00 00:00:00",
  ].map { Array($0.utf8) }

  /// A time in a long list of files: of this year, of another.
  private static let listingForms = ["aaa _0 00:00", "aaa _0  0000"].map { Array($0.utf8) }

  /// The length of the time that `text` starts with; nil if it starts otherwise.
  static func length(at text: ArraySlice<UInt8>) -> Int? {
    forms.first { stands($0, at: text) }?.count
  }

  /// As ``length(at:)``, for the times in a long list of files.
  static func listingLength(at text: ArraySlice<UInt8>) -> Int? {
    listingForms.first { stands($0, at: text) }?.count
  }

  private static func stands(_ form: [UInt8], at text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= form.count else { return false }
    return zip(form, text).allSatisfy { mark, byte in
      switch mark {
      case UInt8(ascii: "0"): byte.isDigit
      case UInt8(ascii: "_"): byte.isDigit || byte == UInt8(ascii: " ")
      case UInt8(ascii: "a"): byte.isASCIILetter
      default: byte == mark
      }
    }
  }
}
