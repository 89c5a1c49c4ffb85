import Transcripts
import Tutor

/// A transcript that solves tasks.
struct Solution {
  let file: HostFile
  let transcript: Transcript
  /// Whether it differs by trainee.
  let differs: Bool

  /// The one at a path beside a set's file, as a trainee types it.
  init(
    at path: String, of set: TaskSet, for trainee: Trainee, beside tasks: HostFile
  ) throws(Failure) {
    file = tasks.sibling(path)
    let bytes = try file.read(atMost: TranscriptSource.largest)
    differs = set.differs(bytes)
    do throws(TranscriptError) {
      transcript = try Transcript(set.solution(bytes, for: trainee), name: file.path)
    } catch {
      throw Failure(.unreadable, "\(file.path):\(error.line): \(error.sentence)")
    }
  }

  /// Opens its first window, with the files that its header names: they are there before anything is
  /// done.
  func begin(on stage: TaskStage) throws(Failure) {
    do throws(TranscriptError) { try transcript.checkFirstWindow(on: stage) } catch {
      throw Failure(.differs, "\(file.path):\(error.line): \(error.sentence)")
    }
  }

  /// Types it; throws if something else comes back than it has, if it leaves a question open, or does
  /// not show what it says it does.
  func play(on stage: TaskStage) throws(Failure) {
    let outcome = transcript.replay(on: stage)
    if let question = stage.openQuestion {
      throw Failure(
        .differs, "\(file.path):\(transcript.lineCount): at its end nobody answers `\(question)`")
    }
    if let line = outcome.firstDifference {
      throw Failure(
        .differs, "\(file.path):\(line): the lab answers otherwise\n\(outcome.diff)")
    }
    if let id = transcript.header.shows.first(where: { !outcome.said.contains($0) }) {
      throw Failure(.differs, "\(file.path): it says that it shows \(id), which is never said")
    }
  }
}
