import Testing
import Transcripts

@Suite("Captures")
struct CaptureTests {
  static let passing: [(name: String, text: String, steps: Int)] = [
    ("used below", "cms1a> say id 7|same 7\nid [id=..]\nsame [id]\n", 1),
    ("used in another step", "cms1a> say id 7\nid [id=..]\ncms1a> say 7.\n[id].\n", 2),
    ("used in another window", "cms1a> say id 7\nid [id=..]\ncms1b> say 7\n[id]\n", 2),
    ("typed", "cms1a> say id 7\nid [id=..]\ncms1a> say <[id]>\n<7>\n", 2),
    ("several", "cms1a> say 1 2 3\n[a=..] [b=..] [c-_9=..]\ncms1a> say 321\n[c-_9][b][a]\n", 2),
    ("as little as fits", "cms1a> say a=b=c\n[k=..]=[v=..]\ncms1a> say b=c a\n[v] [k]\n", 2),
    ("nothing", "cms1a> say id\nid[x=..]\ncms1a> say <>\n<[x]>\n", 2),
    ("nothing after white space", "cms1a> say id\nid [x=..]\ncms1a> say <>\n<[x]>\n", 2),
    ("white space at its end", "cms1a> say a .\n[x=..].\ncms1a> say +a\n+[x]\n", 2),
    ("beside a gap", "cms1a> say a 7 b\n[..] [x=..] b\ncms1a> say 7\n[x]\n", 2),
    ("after any lines", "cms1a> say 1|id 7|2|7\n[...]\nid [x=..]\n[...]\n[x]\n", 1),
    ("never captured: text", "cms1a> say [id] [id]\n[id] [id]\n", 1),
    ("not captured yet: text", "cms1a> say [id]|id 7\n[id]\nid [id=..]\n", 1),
    ("typed before: text", "cms1a> say [id]\n[id]\ncms1a> say 7\n[id=..]\n", 2),
    ("typed capture: text", "cms1a> say [x=..]\n[..]x=..]\ncms1a> say [x]\n[x]\n", 2),
    ("not a name", "cms1a> say [7] [a b] [] [-]\n[7] [a b] [] [-]\n", 1),
    ("a name in another case", "cms1a> say 7|[ID]\n[id=..]\n[ID]\n", 1),
    ("not UTF-8", "cms1a> bytes\na[x=..]\ncms1a> bytes\na[x]\n", 2),
    ("beside comments", "cms1a> say 7||7\n#: [x=..]\n[x=..]\n\n#: [x]\n[x]\n", 1),
    (
      "output like a prompt",
      "C:\\Users>echo get x | psftp\npsftp> remote:/[f=..] =>[..]\n[...]\n\n"
        + "C:\\Users>[f]\nran x\n\n", 2
    ),
  ]

  @Test("what is captured is expected again", arguments: passing)
  func passes(name: String, text: String, steps: Int) throws {
    let outcome = try replay(text)
    #expect(outcome.diff == "", "\(name)")
    #expect(outcome.steps == steps)
    #expect(outcome.updated == Array(text.utf8))
  }

  static let failing: [(name: String, before: String, after: String)] = [
    (
      "another value", "cms1a> say id 7|same 8\nid [id=..]\nsame [id]\n",
      "cms1a> say id 7|same 8\nid [id=..]\nsame 8\n"
    ),
    (
      "another value between lines that match",
      "cms1a> say id 7|same 8|end 7\nid [id=..]\nsame [id]\nend [id]\n",
      "cms1a> say id 7|same 8|end 7\nid [id=..]\nsame 8\nend [id]\n"
    ),
    (
      "no capture, no value", "cms1a> say it 7\nid [id=..]\ncms1a> say 7\n[id]\n",
      "cms1a> say it 7\nit 7\ncms1a> say 7\n7\n"
    ),
    (
      "no capture, the name is typed", "cms1a> say it 7\nid [id=..]\ncms1a> say [id]\n7\n",
      "cms1a> say it 7\nit 7\ncms1a> say [id]\n[..]id]\n"
    ),
    (
      "the first line that fits counts",
      "cms1a> say id 1|id 2|end 2\n[...]\nid [x=..]\n[...]\nend [x]\n", ""
    ),
    (
      "a capture in what moved", "cms1a> say new|id 7|new|7\nid [x=..]\n[x]\n",
      "cms1a> say new|id 7|new|7\nnew\nid [x=..]\nnew\n[x]\n"
    ),
    (
      "brackets are printed",
      "cms1a> say 7|x\n[x=..]\ncms1b> overwrite\nOverwrite x? (Yes/No/All): [x\n1\n",
      ""
    ),
  ]

  @Test("what is not is a difference, and an update settles it", arguments: failing)
  func differs(name: String, before: String, after: String) throws {
    let outcome = try replay(before)
    #expect(!outcome.passed, "\(name)")
    if !after.isEmpty { #expect(outcome.updatedText == after, "\(name)") }
    #expect(try replay(outcome.updatedText).diff == "", "\(name): \(outcome.updatedText)")
  }

  @Test("an update writes printed brackets so that they are expected")
  func printed() throws {
    let stage = "cms1a> say 7\n[x=..]\ncms1a> overwrite\nOverwrite x? (Yes/No/All): "
    let outcome = try replay("\(stage)[y=..]\n")
    #expect(outcome.updatedText == "\(stage)[y=..]\nanswer <[..]y=..]>\n")
    #expect(try replay(outcome.updatedText).diff == "")
  }

  static let errors: [(text: String, line: Int, problem: TranscriptError.Problem)] = [
    ("cms1a> \n[a=..]\n[a=..]\n", 3, .capturedTwice(name: "a", first: 2)),
    ("cms1a> \n[a=..] [a=..]\n", 2, .capturedTwice(name: "a", first: 2)),
    ("cms1a> \n[a=..]\ncms1a> \nx[b=..]\n[b]\n[a=..]y\n", 6, .capturedTwice(name: "a", first: 2)),
    ("cms1a> \n[a=..] [a]\n", 2, .usedWhereCaptured(name: "a")),
  ]

  @Test("a name with two meanings is an error of the transcript", arguments: errors)
  func twice(text: String, line: Int, problem: TranscriptError.Problem) {
    let error = TranscriptError(line: line, problem: problem)
    #expect(throws: error) { try transcript(text) }
    #expect(error.description.hasPrefix("line \(line): [a"))
  }

  @Test("names in Markdown are those of the live blocks, all of them")
  func markdown() throws {
    let text =
      "[a=..]\n```console\ncms1a> say 7\n[a=..]\n```\n[a]\n```console\ncms1a> say 7\n[a]\n```\n"
    #expect(try replay(text, name: "a.md").diff == "")
  }

  @Test("many captures take no time")
  func speed() throws {
    let count = 2000
    let step = { (n: Int) in "cms1a> say x\(n)y\nx[a\(n)=..]y\ncms1a> say [a\(n)]\n[a\(n)]\n" }
    #expect(try replay((0..<count).map(step).joined()).passed)
    let line = String(repeating: "a", count: 2000)
    let gaps = (0..<200).map { "a[g\($0)=..]" }.joined()
    #expect(try !replay("cms1a> say \(line)\n\(gaps)b\n").passed)
  }
}
