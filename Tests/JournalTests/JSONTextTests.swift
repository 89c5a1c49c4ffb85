import Journal
import Testing

@Suite("Text as JSON")
struct JSONTextTests {
  @Test("what JSON or a terminal takes for more than text is escaped, all else stands for itself")
  func escapes() {
    let texts = [
      "": #""""#, "a b~": #""a b~""#, #"C:\"x""#: #""C:\\\"x\"""#,
      "\n\r\t": #""\n\r\t""#, "\u{0}\u{1B}\u{7F}": #""\u0000\u001b\u007f""#,
      "a\u{80}\u{9F}\u{A0}": "\"a\\u0080\\u009f\u{A0}\"",
      "\u{2027}\u{2028}\u{2029}\u{202A}": "\"\u{2027}\\u2028\\u2029\u{202A}\"",
      "é€😀": #""é€😀""#,
    ]
    for (text, json) in texts { #expect(JSONText.quoted(text) == json) }
  }

  @Test("a long text is cut where no character is", arguments: 0...8)
  func limit(limit: Int) {
    let text = "aé€\n😀"
    var whole = ""
    for scalar in text.unicodeScalars {
      guard whole.utf8.count + UTF8.width(scalar) <= limit else { break }
      whole.unicodeScalars.append(scalar)
    }
    #expect(JSONText.quoted(text, limit: limit) == JSONText.quoted(whole))
  }
}
