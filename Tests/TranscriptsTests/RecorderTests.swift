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
}
