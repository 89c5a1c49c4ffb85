import Testing
import Transcripts

@Suite("Update")
struct UpdateTests {
  static let updates: [(name: String, before: String, after: String)] = [
    (
      "output is replaced", "cms1a> say one|two\n1\n2\n3\ncms1a> say x\n",
      "cms1a> say one|two\none\ntwo\ncms1a> say x\nx\n"
    ),
    (
      "header, comments and prompts stay", "#! grade: INFERRED\n\n# why\ncms1a> say one\n1\ncms1a>",
      "#! grade: INFERRED\n\n# why\ncms1a> say one\none\ncms1a>"
    ),
    (
      "elisions that match stay",
      "cms1a> say one|two|three|four|five\none[..]\n2\n[..]ee\n[...]\n5\n",
      "cms1a> say one|two|three|four|five\none[..]\ntwo\n[..]ee\n[...]\nfive\n"
    ),
    (
      "elisions that do not match go", "cms1a> say one|...|two\n1[..]\n....\n3\n",
      "cms1a> say one|...|two\none\n....\ntwo\n"
    ),
    (
      "elided lines stay elided", "cms1a> say a|b|c|d\n[...]\nx\n[...]\n",
      "cms1a> say a|b|c|d\n[...]\na\n[...]\n"
    ),
    (
      "CRLF", "cms1a> say one|two\r\n1\r\ncms1a>\r\n",
      "cms1a> say one|two\r\none\r\ntwo\r\ncms1a>\r\n"
    ),
    ("no line end at the end", "cms1a> say one", "cms1a> say one\none\n"),
    ("no line end, other output", "cms1a> say one\n1", "cms1a> say one\none\n"),
    (
      "prompt", "cms1a> hostname core\ncms1a> say one\n1\n",
      "cms1a> hostname core\ncore> say one\none\n"
    ),
    ("final prompt", "cms1a> secret\ncms1a>\n", "cms1a> secret\nPlease enter password: \n"),
    ("unended output", "cms1a> raw abc\ncms1a>\n", "cms1a> raw abc\nabccms1a> \n"),
    (
      "printed prompts", "C:\\Users>echo get x | psftp\n",
      "C:\\Users>echo get x | psftp\npsftp> remote:/x => local:x\npsftp> quit\n\n"
    ),
    (
      "Markdown", "text\n```console\ncms1a> say one\n1\n```\ncms1a> text\n",
      "text\n```console\ncms1a> say one\none\n```\ncms1a> text\n"
    ),
  ]

  @Test("rewrites, and then passes", arguments: updates)
  func rewrites(name: String, before: String, after: String) throws {
    let file = name == "Markdown" ? "t.md" : "t.txt"
    let outcome = try replay(before, name: file)
    #expect(!outcome.passed)
    #expect(outcome.updatedText == after, "\(name)")
    let again = try replay(after, name: file)
    #expect(again.diff == "")
    #expect(again.updatedText == after)
  }

  @Test("every difference can be updated away", arguments: DifferenceTests.differing)
  func converges(name: String, text: String, line: Int, hunks: String) throws {
    let outcome = try replay(text)
    // A line typed into an ended session has nowhere to go, but the author's input stays.
    guard name != "session that has ended" else {
      #expect(outcome.updatedText == "cms1a> exit\ncms1a> say one\ncms1b> say b\nb\n")
      return
    }
    let again = try Transcript(outcome.updated, name: "t.txt").replay(on: FakeStage())
    #expect(again.diff == "", "\(name)")
  }

  @Test("bytes that are not UTF-8 are written as they are")
  func bytes() throws {
    let outcome = try replay("cms1a> bytes\n")
    #expect(outcome.updated == Array("cms1a> bytes\na".utf8) + [0xFF, 0xFE, 0x0A])
    let again = try Transcript(outcome.updated, name: "t.txt").replay(on: FakeStage())
    #expect(again.passed)
  }
}
