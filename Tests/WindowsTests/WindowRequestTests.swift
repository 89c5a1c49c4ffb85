import Console
import Control
import LineEditing
import Testing
import Windows

@Suite("Requests for windows")
struct WindowRequestTests {
  @Test(
    "requests keep what they ask",
    arguments: [
      WindowRequest(
        .workstation,
        .terminal(
          WindowSize(columns: 132, rows: 40),
          TerminalAbilities(hasColour: true, isUTF8: true))),
      WindowRequest(.appliance("cms1a"), .pipe, isStrict: true),
      WindowRequest(.workstation, .quietPipe, options: ["release": "2.9", "scenario": "/a=b"]),
      WindowRequest(.appliance("cms1b"), .commands(["pki list", "", "a=b"])),
      WindowRequest(.workstation, .commands([])),
    ])
  func words(request: WindowRequest) {
    #expect(WindowRequest(request.request) == request)
  }

  @Test(
    "other requests are none",
    arguments: [
      ["status"], ["window"], ["window", "pipe"], ["window", "pipe=", "colour=red"],
      ["window", "host=cms1a"],
    ])
  func others(words: [String]) { #expect(WindowRequest(Request(words)) == nil) }

  @Test("a size that is none is not known", arguments: ["", "x", "80", "-1x2", "99999999999x1"])
  func sizes(text: String) {
    let request = WindowRequest(Request(["window", "terminal=\(text)"]))
    let columns = text == "80" ? 80 : 0
    let rows = text == "-1x2" ? 2 : text.hasSuffix("x1") ? 1 : 0
    #expect(request?.manner == .terminal(WindowSize(columns: columns, rows: rows), .unknown))
  }

  @Test("questions and answers keep what they are")
  func questions() throws {
    for purpose in [Prompt.Purpose.command, .answer, .secret, .key] {
      let prompt = try QuestionFrame.prompt(QuestionFrame.frame(Prompt("Password: ", purpose)))
      #expect(prompt.text == "Password: ")
      #expect(prompt.purpose == purpose)
    }
    for input in [Input.line("ä"), .line(""), .end, .interrupt] {
      #expect(try AnswerFrame.input(AnswerFrame.frame(input)) == input)
    }
    for bytes in [[], [9]] as [[UInt8]] {
      #expect(throws: ControlError.malformed) { try AnswerFrame.input(Frame(.answer, bytes)) }
      #expect(throws: ControlError.malformed) { try QuestionFrame.prompt(Frame(.question, bytes)) }
    }
  }
}
