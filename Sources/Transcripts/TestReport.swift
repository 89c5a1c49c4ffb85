/// The results of several transcripts.
public struct TestReport: Sendable {
  /// How a transcript ended.
  public enum Verdict: Equatable, Sendable {
    /// All was as expected.
    case passed
    /// Something was not; with the line of the first difference, and the diff.
    case differed(line: Int, diff: String)
    /// Something was not, and the file now expects what came; with the diff.
    case updated(diff: String)
    /// It could not be replayed, for that reason.
    case broken(String)
  }

  /// A transcript and how it ended.
  public struct Case: Equatable, Sendable {
    /// The name of the transcript.
    public let name: String
    /// How it ended.
    public let verdict: Verdict
    /// How long it took; nil if nobody looked.
    public let time: Duration?
    /// What its author should know although it decides nothing, a line each.
    public let notes: [String]

    /// Whether nothing is wrong any more.
    public var isGood: Bool {
      switch verdict {
      case .passed, .updated: true
      case .differed, .broken: false
      }
    }

    /// What became of each line, if something differed; else empty.
    public var diff: String {
      switch verdict {
      case .differed(_, let diff), .updated(let diff): diff
      case .passed, .broken: ""
      }
    }

    /// The line that reports it: `ok`, `DIFFERS`, `UPDATED` or `BROKEN`, and where.
    public var line: String {
      switch verdict {
      case .passed: "ok      \(name)"
      case .differed(let line, _): "DIFFERS \(name):\(line)"
      case .updated: "UPDATED \(name)"
      case .broken(let reason): "BROKEN  \(name): \(reason)"
      }
    }
  }

  /// All results, in the order they came.
  public private(set) var cases: [Case] = []

  /// An empty report.
  public init() {}

  /// Adds what a replay came to.
  ///
  /// - Parameters:
  ///   - isUpdated: whether the differences were written into the file.
  ///   - time: how long it took.
  @discardableResult
  public mutating func add(
    _ outcome: Outcome, isUpdated: Bool = false, time: Duration? = nil
  ) -> Case {
    let verdict: Verdict =
      if let line = outcome.firstDifference {
        isUpdated && outcome.canBeUpdated
          ? .updated(diff: outcome.diff) : .differed(line: line, diff: outcome.diff)
      } else {
        .passed
      }
    let notes = outcome.notes.map { "note    \(outcome.name):\($0.line): \($0.text)" }
    return add(Case(name: outcome.name, verdict: verdict, time: time, notes: notes))
  }

  /// Adds a file that could not be replayed, such as one with a malformed header.
  @discardableResult
  public mutating func add(broken name: String, reason: String, time: Duration? = nil) -> Case {
    add(Case(name: name, verdict: .broken(reason), time: time, notes: []))
  }

  /// How many passed, or do now.
  public var passed: Int { cases.count { $0.isGood } }

  /// How many did not.
  public var failed: Int { cases.count - passed }

  /// The line that closes the report.
  public var summary: String { "\(passed) passed, \(failed) failed" }

  private mutating func add(_ result: Case) -> Case {
    cases.append(result)
    return result
  }
}
