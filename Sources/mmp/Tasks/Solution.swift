import Transcripts
import Tutor

/// A transcript that solves tasks.
struct Solution {
  let file: HostFile
  let transcript: Transcript
  /// Its lines, as a trainee types them.
  private let lines: [Substring]
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
      let filled = set.solution(bytes, for: trainee)
      transcript = try Transcript(filled, name: file.path)
      lines = String(decoding: filled, as: UTF8.self)
        .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    } catch {
      throw Failure(.unreadable, "\(file.path):\(error.line): \(error.sentence)")
    }
  }

  /// The number of the next line behind another one that ends with what was typed.
  func line(typing text: String, after line: Int) -> Int? {
    lines.indices.first { $0 >= line && lines[$0].hasSuffix(text) }.map { $0 + 1 }
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
  ///
  /// - Parameters:
  ///   - task: what it solves; nil for all.
  ///   - place: is told how far it has come.
  func play(
    on stage: TaskStage, of task: LabTask? = nil, telling place: Whereabouts
  ) throws(Failure) {
    stage.follow(self, of: task, telling: place)
    let outcome = transcript.replay(on: stage)
    if outcome.firstDifference != nil, let host = stage.stranger,
      let line = lines.firstIndex(where: { $0.hasPrefix("\(host)> ") })
    {
      throw Failure(
        .differs, "\(file.path):\(line + 1): the lab has no machine \(host), so nobody types there")
    }
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
