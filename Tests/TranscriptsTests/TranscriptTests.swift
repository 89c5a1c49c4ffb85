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
        + "scenario, files, clock, release, source, grade")
    #expect(
      TranscriptError(line: 1, problem: .malformedHeader).description
        == "line 1: a header line has the form \"#! key: value\"")
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
    #expect(try transcript(header.text + "cms1a> \n").header == header)
  }
}
