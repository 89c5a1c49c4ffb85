import Testing
import Transcripts

@Suite("Reading transcripts")
struct TranscriptTests {
  @Test("the header says all it can")
  func header() throws {
    let header = try transcript(
      """
      #! scenario: pod7
      # A comment: with a colon.
      #!files:  lab/files

      #! clock : 2024-05-01T10:00:00Z
      #! release: 2.9
      #! source: https://example.org/a b
      #! grade: VERBATIM \t
      cms1a> say #! unknown: key
      #! unknown: key
      """
    ).header
    #expect(header[.scenario] == "pod7")
    #expect(header[.files] == "lab/files")
    #expect(header[.clock] == "2024-05-01T10:00:00Z")
    #expect(header[.release] == "2.9")
    #expect(header[.source] == "https://example.org/a b")
    #expect(header[.grade] == "VERBATIM")
  }

  @Test(
    "no header says nothing", arguments: ["cms1a> \n", "# comment\ncms1a> \n", "\u{FEFF}cms1a> \n"])
  func noHeader(text: String) throws {
    #expect(try transcript(text).header == TranscriptHeader())
  }

  static let malformed: [(text: String, line: Int, problem: TranscriptError.Problem)] = [
    ("", 1, .noPrompt), ("# comment\n\n", 2, .noPrompt), ("prose\ncms1a> \n", 1, .textBeforePrompt),
    ("#! grade: x\n\ncms1a version\n", 3, .textBeforePrompt),
    ("#! colour: red\n", 1, .unknownKey("colour")),
    ("# fine\r\n\r\n#! Grade: x\r\n", 3, .unknownKey("Grade")),
    ("#! scenario pod7\n", 1, .malformedHeader),
    ("#! scenario:\ncms1a> \n", 1, .malformedHeader),
    ("#! : pod7\n", 1, .malformedHeader),
    ("#!\n", 1, .malformedHeader),
    ("#! grade: a\n#! grade: b\n", 2, .repeatedKey("grade")),
    ("#! exact\n#! exact\n", 2, .repeatedKey("exact")),
    ("#! exact: yes\n", 1, .malformedHeader), ("#! exactly\n", 1, .malformedHeader),
    ("#! shows:\n", 1, .malformedHeader), ("#! shows: , ,\n", 1, .malformedHeader),
    ("#! shows\n", 1, .malformedHeader), ("#! Shows: x\n", 1, .unknownKey("Shows")),
    ("cms-1a$ ls\n", 1, .noWindow(prompt: "cms-1a$")),
    ("# x\n\ncms_1a> ls\n", 3, .noWindow(prompt: "cms_1a>")),
    ("PS C:\\> dir\n", 1, .noWindow(prompt: "PS C:\\>")),
    ("c:\\Users>dir\n", 1, .noWindow(prompt: "c:\\Users>")),
    (">>> print(1)\n", 1, .noWindow(prompt: ">>>")),
    ("root@x:~#\n", 1, .noWindow(prompt: "root@x:~#")),
    ("\u{1B}[0m$ ls\n", 1, .textBeforePrompt), ("cost: $5\n", 1, .textBeforePrompt),
  ]

  @Test("a header that says something else is an error", arguments: malformed)
  func errors(text: String, line: Int, problem: TranscriptError.Problem) {
    #expect(throws: TranscriptError(line: line, problem: problem)) { try transcript(text) }
  }

  @Test("errors are sentences with the line")
  func descriptions() {
    #expect(
      TranscriptError(line: 3, problem: .unknownKey("x")).description
        == "line 3: unknown header key \"x\"; known are "
        + "scenario, files, clock, release, source, grade, shows, exact")
    #expect(
      TranscriptError(line: 1, problem: .malformedHeader).description
        == "line 1: a header line has the form \"#! key: value\", or is \"#! exact\"")
    #expect(
      TranscriptError(line: 2, problem: .repeatedKey("grade")).description
        == "line 2: header key \"grade\" is given twice")
  }

  @Test("a header key of combining marks is unknown")
  func combiningMarks() {
    let marks = String(repeating: "\u{316}\u{301}", count: 50_000)
    #expect(throws: TranscriptError.self) { try transcript("#! \(marks): x\ncms1a> \n") }
  }

  @Test("a header survives writing and reading")
  func roundTrip() throws {
    var header = TranscriptHeader()
    for key in TranscriptHeader.Key.allCases { header[key] = "\(key) of: it" }
    header.shows = ["pki.usage", "csr.created"]
    header.isExact = true
    #expect(try transcript(header.text + "cms1a> \n").header == header)
  }

  @Test("a header names the messages that are shown, in one line or several")
  func shows() throws {
    let header = try transcript("#! shows: a.b,c.d\n#! shows:  e , f g\ncms1a> \n").header
    #expect(header.shows == ["a.b", "c.d", "e", "f", "g"])
    #expect(!header.isExact)
    #expect(try transcript("#!  exact \ncms1a> \n").header.isExact)
  }

  static let utf16: [[UInt8]] = [
    [0xFF, 0xFE, 0x63, 0x00], [0xFE, 0xFF, 0x00, 0x63], [0x63, 0, 0x6D, 0, 0x73, 0, 0x31, 0],
    [0, 0x63, 0, 0x6D, 0, 0x73],
  ]

  @Test("a file in UTF-16 is called so", arguments: utf16)
  func encoding(bytes: [UInt8]) {
    let error = TranscriptError(line: 1, problem: .utf16)
    #expect(throws: error) { try Transcript(bytes, name: "t.txt") }
    #expect(error.description == "the file is UTF-16; save it as UTF-8")
  }

  @Test("some zero bytes are not UTF-16", arguments: [[0, 0, 0, 0], [0x63, 0, 0, 0], [0]])
  func zeros(bytes: [UInt8]) {
    #expect(throws: TranscriptError(line: 1, problem: .textBeforePrompt)) {
      try Transcript(bytes, name: "t.txt")
    }
  }

  @Test("a prompt that no window has is an error that names those there are")
  func firstWindow() throws {
    #expect(throws: Never.self) {
      try transcript("cms1a> \n").checkFirstWindow(on: FakeStage())
    }
    let error = TranscriptError(line: 2, problem: .noWindow(prompt: "cms9x>"))
    #expect(throws: error) {
      try transcript("# x\ncms9x> say one\none\n").checkFirstWindow(on: FakeStage())
    }
    #expect(
      error.description
        == "line 2: no window here has the prompt \"cms9x>\"; prompts are \"cms1a> \" of a console "
        + "(any host name), \"C:\\...>\" of PC1 and \"psftp> \"")
  }

  static let beginnings: [(text: String, format: Transcript.Format, isBegun: Bool)] = [
    ("cms1a> ls\n", .plain, true), ("\u{FEFF}\n# x\n#! y: z\nC:\\>dir\n", .plain, true),
    ("", .plain, false), ("# only comments\n", .plain, false), ("text\n", .plain, false),
    ("$ ls\n", .plain, false), ("#!/bin/sh\necho\n", .plain, false),
    ("cms1a> ls\n", .markdown, false), ("```console\n$ ls\n```\n", .markdown, false),
    ("x\n```console\n# y\ncms1a> ls\n```\n", .markdown, true),
    ("x\n```console\n```\n```console\npsftp> ls\n```\n", .markdown, true),
  ]

  @Test("a transcript is known by its beginning", arguments: beginnings)
  func beginning(text: String, format: Transcript.Format, isBegun: Bool) {
    #expect(Transcript.isBegun(by: Array(text.utf8), format: format) == isBegun)
  }
}
