import Transcripts

/// A transcript that solves tasks.
struct Solution {
  let file: HostFile
  let transcript: Transcript

  /// The one at a path beside a set's file.
  init(at path: String, beside set: HostFile) throws(Failure) {
    file = set.sibling(path)
    let bytes = try file.read(atMost: TranscriptSource.largest)
    do throws(TranscriptError) {
      transcript = try Transcript(bytes, name: file.path)
    } catch {
      throw Failure(.unreadable, error.description)
    }
  }

  /// Types it; throws if something else comes back than it has, or it leaves a question open.
  func play(on stage: TaskStage) throws(Failure) {
    do throws(TranscriptError) { try transcript.checkFirstWindow(on: stage) } catch {
      throw Failure(.differs, error.description)
    }
    let outcome = transcript.replay(on: stage)
    if let question = stage.openQuestion {
      throw Failure(
        .differs, "\(file.path):\(transcript.lineCount): at its end nobody answers `\(question)`")
    }
    if let line = outcome.firstDifference {
      throw Failure(
        .differs, "\(file.path):\(line): the lab answers otherwise\n\(outcome.diff)")
    }
  }
}
