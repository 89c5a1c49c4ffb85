import Transcripts

/// What one transcript came to, before anything is said or written.
struct TranscriptReplay: Sendable {
  /// How it ended.
  enum Conclusion: Sendable {
    /// It was replayed.
    case played(Outcome)
    /// It was not, for that reason, and with that status.
    case broken(String, Failure.Status)
  }

  let source: TranscriptSource
  let conclusion: Conclusion
  let time: Duration

  /// Reads a transcript, builds its world and replays it there.
  init(of source: TranscriptSource) {
    var conclusion: Conclusion?
    time = ContinuousClock().measure { conclusion = Self.conclusion(of: source) }
    self.source = source
    self.conclusion = conclusion ?? .broken("not replayed", .internalError)
  }

  private static func conclusion(of source: TranscriptSource) -> Conclusion {
    let bytes: [UInt8]
    do throws(Failure) {
      bytes = try source.read()
    } catch {
      return .broken(error.description, error.status)
    }
    do throws(TranscriptError) {
      let transcript = try Transcript(bytes, name: source.name)
      let stage: LabStage
      do throws(Failure) {
        stage = try LabStage(for: transcript.header, beside: source.file)
      } catch {
        return .broken(error.description, error.status)
      }
      try transcript.checkFirstWindow(on: stage)
      let outcome = transcript.replay(on: stage)
      if let id = transcript.header.shows.first(where: { !outcome.said.contains($0) }) {
        return .broken("it says that it shows \(id), which is never said", .differs)
      }
      return .played(outcome)
    } catch {
      return .broken(error.description, error.problem.isAnotherFile ? .unreadable : .differs)
    }
  }
}

extension TranscriptError.Problem {
  /// Whether the file is none of ours, rather than one with a mistake in it.
  fileprivate var isAnotherFile: Bool {
    switch self {
    case .utf16, .textBeforePrompt, .noWindow, .noPrompt: true
    case .malformedHeader, .unknownKey, .repeatedKey, .capturedTwice, .usedWhereCaptured: false
    }
  }
}
