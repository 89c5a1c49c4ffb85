import Testing
import Transcripts

@Suite("Replay: what passes")
struct ReplayTests {
  static let passing: [(name: String, text: String, steps: Int)] = [
    ("silence", "cms1a> \ncms1a> \n", 1),
    ("output", "cms1a> say one|two\none\ntwo\ncms1a> say three\nthree\n", 2),
    ("no line end at the end", "cms1a> say one\none", 1),
    ("final prompt", "cms1a> say one\none\ncms1a> ", 1),
    ("final prompt, stripped", "cms1a> say one\none\ncms1a>\n", 1),
    ("empty lines are typed", "cms1a>\ncms1a> \ncms1a> count\n3\n", 3),
    ("empty output line", "cms1a> say one||two\none\n\ntwo\n", 1),
    ("trailing white space is ignored", "cms1a> say one\t |two\none\ntwo \t\n", 1),
    ("CRLF", "#! grade: VERBATIM\r\ncms1a> say one|two\r\none\r\ntwo\r\ncms1a>\r\n", 1),
    ("output with CRLF", "cms1a> say one\r|two\none\ntwo\n", 1),
    ("typed blanks are kept", "cms1a> say  a  \n a\ncms1a>  \ncms1a> heard\nsay  a  / /heard\n", 3),
    ("dots", "cms1a> say .....|...\n..\n.......\n", 1),
    ("progress, then output", "cms1a> progress\n...\ndone\n", 1),
    ("unended output", "cms1a> raw abc\nabccms1a> say one\none\n", 2),
    ("unended output, final prompt", "cms1a> raw abc\nabccms1a>\n", 1),
    ("unended output, no prompt", "cms1a> raw abc\nabc\n", 1),
    ("unended output, other window", "cms1a> raw abc\nabc\ncms1b> say b\nb\ncms1a> say a\na\n", 3),
    ("question", "cms1a> overwrite\nOverwrite x? (Yes/No/All): Yes\nanswer <Yes>\n", 2),
    ("question left open", "cms1a> overwrite\nOverwrite x? (Yes/No/All):\n", 1),
    (
      "question answered with Enter", "cms1a> overwrite\nOverwrite x? (Yes/No/All):\nanswer <>\n", 2
    ),
    ("prompt of several lines", "cms1a> menu\none|two\nchoice? 1\nchose 1\ncms1a>\n", 2),
    ("password", "cms1a> secret\nPlease enter password: c1sco123\nsecret of 8\n", 2),
    ("new host name", "cms1a> hostname core\ncore> say one\none\ncore>\n", 2),
    ("ended session", "cms1a> exit\n", 1),
    ("ended with unended output", "cms1a> die bye\nbye\ncms1b> count\n1\n", 2),
    (
      "folders and psftp", "C:\\Users>psftp\npsftp> put x\ndid put x\npsftp> exit\n\nC:\\Users>\n",
      3
    ),
    ("change of folder", "C:\\Users>cd \\\n\nC:\\>dir\nran dir\n\nC:\\>\n", 2),
    ("unknown host is output", "cms1a> say cms9x> foo\ncms9x> foo\n", 1),
    ("prompt without its blank is output", "cms1a> say cms1b>x|cms1a>x\ncms1b>x\ncms1a>x\n", 1),
    ("arrow is output", "cms1a> say x>y|C:\\ is full\nx>y\nC:\\ is full\n", 1),
    (
      "printed prompts are output",
      "C:\\Users>echo get x | psftp\npsftp> remote:/x => local:x\npsftp> quit\n\nC:\\Users>\n", 1
    ),
    (
      "printed prompts with elisions are output",
      "C:\\Users>echo get x | psftp\npsftp> remote:[..]x\n[...]\n\nC:\\Users>a\nran a\n[..]\n", 2
    ),
    ("not UTF-8", "cms1a> bytes\na[..]\n", 1),
  ]

  @Test("passes", arguments: passing)
  func passes(name: String, text: String, steps: Int) throws {
    let outcome = try replay(text)
    #expect(outcome.diff == "", "\(name)")
    #expect(outcome.passed)
    #expect(outcome.firstDifference == nil)
    #expect(outcome.steps == steps)
    #expect(outcome.updated == Array(text.utf8))
  }

  @Test("windows keep their state while others are used")
  func windows() throws {
    let text = """
      cms1a> overwrite
      Overwrite x? (Yes/No/All): 
      cms1b> secret
      Please enter password: 
      C:\\Users>psftp
      Overwrite x? (Yes/No/All): No
      answer <No>
      Please enter password: abc
      secret of 3
      psftp> ls
      did ls
      cms1a> count
      2
      cms1b> count
      2
      psftp> exit

      C:\\Users>dir
      ran dir


      """
    let outcome = try replay(text)
    #expect(outcome.diff == "")
    #expect(outcome.screenText == text)
  }

  @Test("a renamed host wins over the host of that name")
  func renamed() throws {
    let text = "cms1a> hostname cms1b\ncms1b> count\n2\nC:\\Users>dir\nran dir\n\ncms1b> count\n1\n"
    #expect(try replay(text).diff == "")
  }

  @Test("the screen shows prompts, typed lines, output and the last prompt")
  func screen() throws {
    let outcome = try replay("# comment\ncms1a> raw abc\n[...]\ncms1a> say one|two\n[..]\ncms1a>\n")
    #expect(outcome.screenText == "cms1a> raw abc\nabccms1a> say one|two\none\ntwo\ncms1a> \n")
  }

  @Test("a world that has changed shows")
  func stageIsTheCallers() throws {
    let stage = FakeStage()
    let text = try transcript("cms1a> count\n1\n")
    #expect(text.replay(on: stage).passed)
    #expect(!text.replay(on: stage).passed)
  }
}
