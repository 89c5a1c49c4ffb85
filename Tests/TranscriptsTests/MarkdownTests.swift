import Testing
import Transcripts

@Suite("Markdown")
struct MarkdownTests {
  static let passing: [(name: String, text: String, steps: Int)] = [
    ("one block", "# Title\n\n```console\ncms1a> say one\none\n```\n\ncms1a> say one\n", 1),
    (
      "blocks share the stage",
      "```console\ncms1a> count\n1\ncms1a>\n```\ntext\n```console\ncms1a> count\n2\n```\n", 2
    ),
    (
      "a question stays open between blocks",
      "```console\ncms1a> secret\n```\nNow type it:\n```console\nPlease enter password: abc\nsecret of 3\n```",
      2
    ),
    (
      "unended output between blocks",
      "```console\ncms1a> raw abc\nabc\n```\n\n```console\ncms1a> say one\none\n```\n", 2
    ),
    ("tildes, longer fences", "~~~~ console \ncms1a> say one\none\n~~~~~\n", 1),
    ("a shorter fence is output", "````console\ncms1a> say ```\n```\n````\n", 1),
    ("never closed", "```console\ncms1a> say one\none\n", 1),
    (
      "header in the first block",
      "```console\n#! scenario: pod7\n# why\ncms1a> say one\none\n```\n", 1
    ),
    ("CRLF", "text\r\n```console\r\ncms1a> say one\r\none\r\n```\r\n", 1),
  ]

  @Test("only console blocks are live", arguments: passing)
  func passes(name: String, text: String, steps: Int) throws {
    let outcome = try replay(text, name: "README.md")
    #expect(outcome.diff == "", "\(name)")
    #expect(outcome.steps == steps)
    #expect(outcome.updated == Array(text.utf8))
  }

  @Test(
    "without a live block there is no transcript",
    arguments: [
      "cms1a> say one\n2\n#! not: a header\n",
      "```sh\ncms1a> say one\n```\n```\ncms1a> say one\n```\n",
      "````md\n```console\ncms1a> say one\n```\n````\n",
      "```console``` is fine\ncms1a> say one\n",
    ])
  func noBlock(text: String) {
    #expect(throws: TranscriptError.self) { try transcript(text, name: "README.md") }
  }

  @Test("the diff counts the lines of the file")
  func diff() throws {
    let text = "1\n2\n3\n4\n```console\ncms1a> say one\n1\n```\nend\n"
    let outcome = try replay(text, name: "a.md")
    #expect(outcome.firstDifference == 7)
    #expect(
      outcome.hunks == "@@ -4,6 +4,6 @@\n 4\n ```console\n cms1a> say one\n-1\n+one\n ```\n end\n")
  }

  @Test("the header of the first block is read, and only that")
  func header() throws {
    let text = "#! not: read\n```console\n#! scenario: pod7\n```\n```console\ncms1a> \n```\n"
    #expect(try transcript(text, name: "a.md").header[.scenario] == "pod7")
  }
}
