/// The results of several transcripts.
public struct TestReport: Sendable {
  /// How a transcript ended.
  public enum Verdict: Equatable, Sendable {
    /// All was as expected.
    case passed
    /// Something was not; with the line of the first difference, and the diff.
    case differed(line: Int, diff: String)
    /// It could not be replayed, for that reason.
    case broken(String)
  }

  /// A transcript and how it ended.
  public struct Entry: Equatable, Sendable {
    /// The name of the transcript.
    public let name: String
    /// How it ended.
    public let verdict: Verdict

    /// The line that reports it: `ok`, `DIFFERS` or `BROKEN`, and where.
    public var line: String {
      switch verdict {
      case .passed: "ok      \(name)"
      case .differed(let line, _): "DIFFERS \(name):\(line)"
      case .broken(let reason): "BROKEN  \(name): \(reason)"
      }
    }
  }

  /// All results, in the order they came.
  public private(set) var entries: [Entry] = []

  /// An empty report.
  public init() {}

  /// Adds what a replay came to.
  @discardableResult
  public mutating func add(_ outcome: Outcome) -> Entry {
    add(outcome.name, outcome.firstDifference.map { .differed(line: $0, diff: outcome.diff) })
  }

  /// Adds a file that could not be replayed, such as one with a malformed header.
  @discardableResult
  public mutating func add(broken name: String, reason: String) -> Entry {
    add(name, .broken(reason))
  }

  /// How many passed.
  public var passed: Int { entries.count { $0.verdict == .passed } }

  /// How many did not.
  public var failed: Int { entries.count - passed }

  /// The line that closes the report.
  public var summary: String { "\(passed) passed, \(failed) failed" }

  private mutating func add(_ name: String, _ verdict: Verdict?) -> Entry {
    let entry = Entry(name: name, verdict: verdict ?? .passed)
    entries.append(entry)
    return entry
  }
}
