import Testing
import Transcripts

@Suite("Replay: what differs")
struct DifferenceTests {
  static let differing: [(name: String, text: String, line: Int, hunks: String)] = [
    (
      "wrong output", "cms1a> say one|two\none\n2\n", 3,
      "@@ -1,3 +1,3 @@\n cms1a> say one|two\n one\n-2\n+two\n"
    ),
    ("missing output", "cms1a> \none\n", 2, "@@ -1,2 +1 @@\n cms1a> \n-one\n"),
    ("extra output", "cms1a> say one\n", 2, "@@ -1 +1,2 @@\n cms1a> say one\n+one\n"),
    (
      "no final line end", "cms1a> say one\n1", 2, "@@ -1,2 +1,2 @@\n cms1a> say one\n-1\n+one\n"
    ),
    (
      "leading white space", "cms1a> say one\n one\n", 2,
      "@@ -1,2 +1,2 @@\n cms1a> say one\n- one\n+one\n"
    ),
    (
      "empty line before the end", "cms1a> say one\none\n\n", 3,
      "@@ -1,3 +1,2 @@\n cms1a> say one\n one\n-\n"
    ),
    (
      "no such window", "cms1a> \ncms9x> say one\none\n", 2,
      "@@ -1,3 +1 @@\n cms1a> \n-cms9x> say one\n-one\n"
    ),
    ("dots for text", "cms1a> say one\n...\n", 2, "@@ -1,2 +1,2 @@\n cms1a> say one\n-...\n+one\n"),
    ("text for dots", "cms1a> say ..\n.\n", 0, ""),
    (
      "wrong prompt", "cms1a> secret\ncms1a> say one\none\n", 2,
      "@@ -1,3 +1,3 @@\n cms1a> secret\n-cms1a> say one\n-one\n"
        + "+Please enter password: say one\n+secret of 7\n"
    ),
    (
      "wrong folder", "C:\\>dir\nran dir\n\n", 1,
      "@@ -1,3 +1,3 @@\n-C:\\>dir\n+C:\\Users>dir\n ran dir\n \n"
    ),
    (
      "wrong final prompt", "cms1a> overwrite\ncms1a>\n", 2,
      "@@ -1,2 +1,2 @@\n cms1a> overwrite\n-cms1a>\n+Overwrite x? (Yes/No/All): \n"
    ),
    (
      "question that is not asked", "cms1a> say one\none\nPlease enter password: x\n", 3,
      "@@ -1,3 +1,2 @@\n cms1a> say one\n one\n-Please enter password: x\n"
    ),
    (
      "session that has ended", "cms1a> exit\ncms1a> say one\none\ncms1b> say b\nb\n", 2,
      "@@ -1,5 +1,3 @@\n cms1a> exit\n-cms1a> say one\n-one\n cms1b> say b\n b\n"
    ),
    (
      "unended output of a session that has ended", "cms1a> die bye\nby\ncms1a>\n", 2,
      "@@ -1,3 +1,2 @@\n cms1a> die bye\n-by\n-cms1a>\n+bye\n"
    ),
    ("ended at the end", "cms1a> exit\ncms1a>\n", 2, "@@ -1,2 +1 @@\n cms1a> exit\n-cms1a>\n"),
    (
      "unended output before a prompt", "cms1a> raw abc\ncms1a> say one\none\n", 2,
      "@@ -1,3 +1,3 @@\n cms1a> raw abc\n-cms1a> say one\n+abccms1a> say one\n one\n"
    ),
    (
      "not UTF-8", "cms1a> bytes\nabc\n", 2,
      "@@ -1,2 +1,2 @@\n cms1a> bytes\n-abc\n+a\u{FFFD}\u{FFFD}\n"
    ),
    (
      "matched elisions are no difference", "cms1a> say one|two|three\n[..]\n[...]\n3\n", 4,
      "@@ -1,4 +1,4 @@\n cms1a> say one|two|three\n [..]\n [...]\n-3\n+three\n"
    ),
    (
      "far ends", "cms1a> say 1|2|3|4|5|6|7|8|9\nx\n2\n3\n4\n5\n6\n7\n8\ny\n", 2,
      "@@ -1,5 +1,5 @@\n cms1a> say 1|2|3|4|5|6|7|8|9\n-x\n+1\n 2\n 3\n 4\n"
        + "@@ -7,4 +7,4 @@\n 6\n 7\n 8\n-y\n+9\n"
    ),
  ]

  @Test("differs", arguments: differing)
  func differs(name: String, text: String, line: Int, hunks: String) throws {
    let outcome = try replay(text)
    #expect(outcome.hunks == hunks, "\(name)")
    #expect(outcome.firstDifference == (line == 0 ? nil : line))
    #expect(outcome.passed == (line == 0))
  }

  @Test("the diff names the file")
  func names() throws {
    let diff = try replay("cms1a> say one\n", name: "a/b.txt").diff
    #expect(diff.hasPrefix("--- a/b.txt\texpected\n+++ a/b.txt\tactual\n@@"))
  }

  @Test("an outgrown output is still reported, and in time")
  func huge() throws {
    let printed = (0..<3000).map(String.init).joined(separator: "|")
    let expected = (0..<3000).map { "x\($0)\n[...]\n" }.joined()
    let outcome = try replay("cms1a> say \(printed)\n\(expected)")
    #expect(outcome.firstDifference == 2)
    #expect(try replay(outcome.updatedText).passed)
  }
}
