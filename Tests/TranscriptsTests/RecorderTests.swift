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
    let recorder = Recorder(screen, header: header)
    let session = Session(FakeConsole("cms1a"))
    for line in ["say one|two", "", "secret", "c1sco123", "progress", "raw abc", "bytes", ""] {
      recorder.type(line, into: session)
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
    let recorder = Recorder(TextScreen())
    let session = Session(FakeConsole("cms1a"))
    recorder.type("exit", into: session)
    recorder.finish(session)
    #expect(recorder.take() == Array("cms1a> exit\n".utf8))
    #expect(!recorder.isInterrupted)
  }
}
