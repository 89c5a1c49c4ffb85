import Testing
import Transcripts

@Suite("Exact transcripts")
struct ExactTests {
  static let cases: [(name: String, text: String, passes: Bool)] = [
    ("same", "cms1a> say a \na \n", true), ("missing", "cms1a> say a \na\n", false),
    ("too many", "cms1a> say a\na \n", false), ("tab", "cms1a> say a\t\na \n", false),
    ("gap", "cms1a> say a: \na: [..]\n", true),
    ("gap over none", "cms1a> say a:\na: [..]\n", false),
    ("gap, then blank", "cms1a> say ab \na[..] \n", true),
    ("gap takes blanks", "cms1a> say ab  \na[..]\n", true),
    ("dots", "cms1a> say ...\n.\n", true), ("dots and blank", "cms1a> say ... \n.\n", false),
    ("prompt", "cms1a> say a\na\ncms1a> \n", true),
    ("prompt cut", "cms1a> say a\na\ncms1a>\n", false),
    ("CRLF in the file", "cms1a> say a\r\na\r\n", true),
    ("CRLF in the output", "cms1a> say a\r|b\r\na\nb\n", true),
    ("empty", "cms1a> say  \n\n", false), ("comment", "cms1a> say a\n#: x\n \na\n", true),
    ("capture", "cms1a> say a |a \n[x=..]\n[x]\n", true),
    ("capture cut", "cms1a> say a |a\n[x=..]\n[x]\n", false),
    ("any lines and blank", "cms1a> say a\n[...] \n", false),
  ]

  @Test("white space at the end is compared", arguments: cases)
  func compared(name: String, text: String, passes: Bool) throws {
    let outcome = try replay("#! exact\n\(text)")
    #expect(outcome.passed == passes, "\(name)")
    #expect(try replay(outcome.updatedText).diff == "", "\(name)")
  }
}
