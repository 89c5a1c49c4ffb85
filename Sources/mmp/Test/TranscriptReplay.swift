import Lab
import MMPShell
import Transcripts

/// What one transcript came to, before anything is said or written.
struct TranscriptReplay: Sendable {
  /// How it ended.
  enum Ending: Sendable {
    /// It was replayed; with what else there is to say about it.
    case played(Outcome, remarks: [String])
    /// It was not, for that reason, and with that status.
    case broken(String, Failure.Status)
  }

  let source: TranscriptSource
  let ending: Ending
  let time: Duration

  /// Reads a transcript, builds its world and replays it there.
  init(of source: TranscriptSource) {
    var ending: Ending?
    time = ContinuousClock().measure { ending = Self.ending(of: source) }
    self.source = source
    self.ending = ending ?? .broken("not replayed", .internalError)
  }

  private static func ending(of source: TranscriptSource) -> Ending {
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
        return .broken(error.description, .differs)
      }
      try transcript.checkFirstWindow(on: stage)
      return .played(transcript.replay(on: stage), remarks: remarks(on: transcript.header))
    } catch {
      return .broken(error.description, error.problem.isAnotherFile ? .unreadable : .differs)
    }
  }

  private static func remarks(on header: TranscriptHeader) -> [String] {
    guard !header.shows.isEmpty else { return [] }
    let messages = Set(Ledger.lab.entries.map(\.id))
    return header.misnamed(messages.contains).map { "there is no message \($0) to show" }
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
