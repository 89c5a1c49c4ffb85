import Testing
import Transcripts

@Suite("Comments")
struct CommentTests {
  static let passing: [(name: String, text: String, steps: Int)] = [
    ("before output", "cms1a> say one|two\n#: why\none\ntwo\n", 1),
    ("between lines", "cms1a> say one|two\none\n#: why\ntwo\n", 1),
    ("after output", "cms1a> say one\none\n#: why\ncms1a> say two\ntwo\n", 2),
    ("with empty lines", "cms1a> say one\none\n\n#: why\n \t\n\ncms1a> say two\ntwo\n", 2),
    ("several", "cms1a> say one\none\n\n#: a\n\n#:b\n#:\n\ncms1a> say two\ntwo\n", 2),
    ("an empty line of the product, before", "cms1a> say one||\none\n\n\n#: why\ncms1a>\n", 1),
    ("an empty line of the product, after", "cms1a> say one|\none\n#: why\n\ncms1a>\n", 1),
    ("PC1, no empty line of one's own", "C:\\Users>a\nran a\n\n#: why\nC:\\Users>b\nran b\n\n", 2),
    ("PC1, the product's after it", "C:\\Users>a\nran a\n#: why\n\nC:\\Users>b\nran b\n\n", 2),
    ("PC1, one's own too", "C:\\Users>a\nran a\n\n#: why\n\nC:\\Users>b\nran b\n\n#: end\n\n", 2),
    ("in an elision", "cms1a> say 1|2|3|4\n1\n#: a\n[...]\n#: b\n\n[...]\n#: c\n4\n", 1),
    ("beside an elision", "cms1a> say 1||2\n[...]\n\n#: a\n2\n", 1),
    ("in a prompt of several lines", "cms1a> menu\none|two\n#: why\nchoice? 1\nchose 1\n", 2),
    (
      "before an answer",
      "cms1a> secret\n#: typed unseen\nPlease enter password: abc\nsecret of 3\n", 2
    ),
    ("after the last prompt", "cms1a> say one\none\ncms1a>\n\n#: end\n", 1),
    ("looks typed", "cms1a> say one\n#: cms1a> say two\none\n", 1),
    ("CRLF", "cms1a> say one\r\none\r\n\r\n#: why\r\n\r\ncms1a>\r\n", 1),
    ("unended output", "cms1a> raw abc\n#: why\nabccms1a> say one\none\n", 2),
    ("in the header", "#: why\n#! grade: x\n\n#: more\n\ncms1a> say one\none\n", 1),
  ]

  @Test("are neither typed nor expected, and stay", arguments: passing)
  func passes(name: String, text: String, steps: Int) throws {
    let outcome = try replay(text)
    #expect(outcome.diff == "", "\(name)")
    #expect(outcome.steps == steps)
    #expect(outcome.updated == Array(text.utf8))
  }

  static let failing: [(name: String, text: String, hunks: String)] = [
    (
      "an empty line elsewhere", "cms1a> say one\n#: why\none\n\ncms1a>\n",
      "@@ -1,5 +1,4 @@\n cms1a> say one\n #: why\n one\n-\n cms1a>\n"
    ),
    (
      "an empty line that the product prints", "C:\\Users>a\nran a\n#: why\nC:\\Users>\n",
      "@@ -1,4 +1,5 @@\n C:\\Users>a\n ran a\n+\n #: why\n C:\\Users>\n"
    ),
    (
      "two of them", "cms1a> say one|||two\none\n\n#: why\ntwo\n",
      "@@ -1,5 +1,6 @@\n cms1a> say one|||two\n one\n+\n \n #: why\n two\n"
    ),
    (
      "a blank before the mark", "cms1a> say one\n #: why\none\n",
      "@@ -1,3 +1,2 @@\n cms1a> say one\n- #: why\n one\n"
    ),
    (
      "no colon", "cms1a> say one\n# why\none\n",
      "@@ -1,3 +1,2 @@\n cms1a> say one\n-# why\n one\n"
    ),
    (
      "new output goes before the comment", "cms1a> say one|two|\none\n\n#: why\n\ncms1a>\n",
      "@@ -1,5 +1,6 @@\n cms1a> say one|two|\n one\n+two\n \n #: why\n \n"
    ),
    (
      "changed output", "cms1a> say one|two\n1\n\n#: why\n\n2\n#: end\n",
      "@@ -1,7 +1,7 @@\n cms1a> say one|two\n-1\n+one\n \n #: why\n \n-2\n+two\n #: end\n"
    ),
  ]

  @Test("hide no difference, and an update keeps them", arguments: failing)
  func differs(name: String, text: String, hunks: String) throws {
    let outcome = try replay(text)
    #expect(outcome.hunks == hunks, "\(name)")
    let again = try replay(outcome.updatedText)
    #expect(again.diff == "", "\(name)")
    let comments = { (text: String) in text.split(separator: "\n").filter { $0.hasPrefix("#:") } }
    #expect(comments(outcome.updatedText) == comments(text))
  }

  @Test("an update writes output that looks like a comment so that it is expected")
  func printed() throws {
    let outcome = try replay("cms1a> say #: x|#:\n")
    #expect(outcome.updatedText == "cms1a> say #: x|#:\n[..]: x\n[..]:\n")
    #expect(try replay(outcome.updatedText).passed)
  }

  @Test("many comments and elisions take no time")
  func speed() throws {
    let lines = String(repeating: "x|", count: 3000)
    let many = String(repeating: "#: c\n\n[...]\nx\n", count: 2000)
    #expect(try replay("cms1a> say \(lines)\n\(many)[...]\n#: c\n").passed)
    #expect(try !replay("cms1a> say \(lines)\n\(many)[...]\ny\n#: c\n").passed)
    let gaps = String(repeating: "[...]\n", count: 20_000)
    #expect(try replay("cms1a> say \(lines)\n\(gaps)").passed)
  }
}
