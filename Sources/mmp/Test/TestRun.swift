import Glibc
import Transcripts

/// What `mmp test` has said and written so far.
struct TestRun {
  let isUpdating: Bool
  private(set) var report = TestReport()
  private let paint = Paint(for: .output)
  private var statuses: Set<Failure.Status> = []
  /// Why something that was said reached nobody.
  private var outputError: Int32?

  /// A run that has done nothing yet.
  init(isUpdating: Bool) { self.isUpdating = isUpdating }

  /// The status to end with: the worst of all; nil if all is well.
  var status: Failure.Status? {
    let order: [Failure.Status] = [.internalError, .cannotCreate, .unreadable, .differs]
    return order.first(where: statuses.contains)
  }

  /// Takes up what a transcript came to: brings its file up to date if that is wanted, and says how
  /// it ended. A file that is at fault does not end the run.
  mutating func finish(_ replay: TranscriptReplay) {
    say(paint.text(of: entry(of: replay)))
  }

  private mutating func entry(of replay: TranscriptReplay) -> TestReport.Case {
    let name = replay.source.name
    switch replay.conclusion {
    case .broken(let reason, let status):
      statuses.insert(status)
      return report.add(broken: name, reason: reason, time: replay.time)
    case .played(let outcome):
      let isUpdated = isUpdating && !outcome.passed
      do throws(Failure) {
        let file = replay.source.file
        if isUpdated {
          try file.write(outcome.updated, mode: file.mode ?? 0o644, failing: .cannotCreate)
        }
      } catch {
        statuses.insert(error.status)
        return report.add(broken: name, reason: error.description, time: replay.time)
      }
      let entry = report.add(outcome, isUpdated: isUpdated, time: replay.time)
      if !entry.isGood { statuses.insert(.differs) }
      return entry
    }
  }

  /// Says something on standard output.
  mutating func say(_ text: String) {
    if !StandardStream.output.write(Array(text.utf8)) { outputError = outputError ?? errno }
  }

  /// Throws if something that was said reached nobody.
  func throwOutputFailure() throws(Failure) {
    if let outputError {
      throw Failure(.outputFailed, writing: "standard output", code: outputError)
    }
  }
}
