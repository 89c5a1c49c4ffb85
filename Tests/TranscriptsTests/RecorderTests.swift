import Console
import Testing
import Transcripts

@Suite("Recorder")
struct RecorderTests {
  @Test("what was recorded replays")
  func replays() throws {
    var header = TranscriptHeader()
    header[.release] = "2.9"
    let screen = TextScreen()
    let recorder = Recorder(header: header)
    let session = Session(FakeConsole("cms1a"))
    session.add(recorder)
    for line in ["say one|two", "", "secret", "c1sco123", "progress", "raw abc", "bytes", ""] {
      session.receive(.line(line), on: screen)
    }
    recorder.finish(session)

    let text = recorder.take()
    #expect(text.starts(with: "#! release: 2.9\ncms1a> say one|two\none\ntwo\ncms1a> \n".utf8))
    #expect(screen.bytes.starts(with: "one\ntwo\nsecret of 8\n...\ndone\nabca".utf8))
    #expect(recorder.take().isEmpty)
    let outcome = try Transcript(text, name: "recorded").replay(on: FakeStage())
    #expect(outcome.diff == "")
    #expect(outcome.steps == 8)
  }

  @Test("a session that has ended has no last prompt")
  func ended() throws {
    let recorder = Recorder()
    let session = Session(FakeConsole("cms1a"))
    session.add(recorder)
    session.receive(.line("exit"), on: TextScreen())
    recorder.finish(session)
    #expect(recorder.take() == Array("cms1a> exit\n".utf8))
  }

  /// What is written down of a session in which `inputs` came, and what a replay makes of it.
  private func recorded(
    _ mode: any Mode, _ inputs: [Input]
  ) throws -> (text: String, outcome: Outcome) {
    let recorder = Recorder()
    let session = Session(mode)
    session.add(recorder)
    for input in inputs { session.receive(input, on: TextScreen()) }
    recorder.finish(session)
    let text = String(decoding: recorder.take(), as: UTF8.self)
    return (text, try replay(text))
  }

  @Test(
    "output that looks like a prompt, a comment or a wildcard replays",
    arguments: [
      "cms1a> say x", "cms1a>", "cms1b> say x|psftp> x", "[...]|[..]|a[..]b|[x=..]|[x]",
      "|#: remark||#! key: value", "....", "Please enter password: x", "```|````",
    ])
  func mistakable(lines: String) throws {
    let inputs = ["say \(lines)", "count", "secret", "c1sco123", "raw cms1a> x", "count"]
    let (text, outcome) = try recorded(FakeConsole("cms1a"), inputs.map(Input.line))
    #expect(outcome.diff == "", "\(text)")
    #expect(outcome.steps == 6)
  }

  @Test("a prompt of several lines replays")
  func severalLines() throws {
    let inputs = ["menu", "1", "overwrite", "y"].map(Input.line)
    let (text, outcome) = try recorded(FakeConsole("cms1a"), inputs)
    #expect(text.hasPrefix("cms1a> menu\none|two\nchoice? 1\nchose 1\n"))
    #expect(outcome.diff == "" && outcome.steps == 4)
  }

  @Test("Ctrl-C and the end of input take a question's command with them")
  func leftQuestion() throws {
    for left in [Input.interrupt, .end] {
      let inputs = [.line("say a"), .line("overwrite"), left, .line("say b"), left]
      let (text, outcome) = try recorded(FakeConsole("cms1a"), inputs)
      #expect(text == "cms1a> say a\na\ncms1a> say b\nb\ncms1a> \n")
      #expect(outcome.diff == "")
    }
  }

  @Test("psftp left by Ctrl-C is left in the replay too")
  func killedProgram() throws {
    let recorder = Recorder()
    let session = Session(KillableWindow())
    session.add(recorder)
    for input in [.line("psftp"), .line("get x"), .interrupt, Input.line("dir")] {
      session.receive(input, on: TextScreen())
    }
    recorder.finish(session)
    let text = String(decoding: recorder.take(), as: UTF8.self)
    #expect(text == "C:\\>psftp\npsftp> get x\ngot\npsftp> exit\n\nC:\\>dir\n\nC:\\>\n")
  }

  @Test("who leaves at once has seen a prompt")
  func leftAtOnce() throws {
    #expect(try recorded(FakeConsole("cms1a"), [.end]).text == "cms1a> \n")
  }

  @Test("a Markdown file has the transcript in a block")
  func markdown() throws {
    let (text, _) = try recorded(FakeConsole("cms1a"), [.line("say ```|````console"), .line("")])
    let file = Transcript.Format(fileName: "a.md").file(of: Array(text.utf8))
    let outcome = try Transcript(file, name: "a.md").replay(on: FakeStage())
    #expect(outcome.diff == "" && outcome.steps == 2)
    #expect(Transcript.Format(fileName: "a.txt").file(of: file) == file)
  }
}

/// A command window whose psftp dies of Ctrl-C.
private final class KillableWindow: Mode {
  final class PSFTP: Mode {
    let prompt = Prompt("psftp> ")

    func receive(_ input: Input, on screen: any Screen) -> Reply {
      input == .interrupt ? Reply(next: .pop) : Reply(Array("got\n".utf8))
    }
  }

  private var isFirst = true

  var prompt: Prompt { Prompt(isFirst ? "C:\\>" : "\nC:\\>") }

  func receive(_ input: Input, on screen: any Screen) -> Reply {
    isFirst = false
    return input == .line("psftp") ? Reply(next: .push(PSFTP())) : Reply()
  }
}
