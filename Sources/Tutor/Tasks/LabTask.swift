import Words
import YAML

/// Something a trainee has to achieve in a lab, and how the lab sees that it is.
public struct LabTask: Sendable, Identifiable {
  /// A name that never changes: grades hang on it. Letters, digits and hyphens.
  public let id: String
  /// What it is called in a list.
  public let title: String
  /// What is to be done, in Markdown.
  public let text: String
  /// What has to be so.
  public let check: Check
  /// What is said once it is done; nil says what it is called.
  public let pass: String?
  /// What is said while it is not; nil says what was found and what was wanted.
  public let fail: String?
  /// What helps, one after the other: where to look, what is wrong, the command.
  public let hints: [Hint]
  /// What it is worth.
  public let points: Int
  /// The transcript that solves it; nil if the set has one for all.
  public let solve: String?
  /// Whether it has to stay done; else it is done for good once it was.
  public let mustHold: Bool
  /// How much a check that does not pass tells.
  public let tell: Tell

  /// Something that helps.
  public struct Hint: Sendable, Equatable {
    /// What it says.
    public let text: String
    /// What it takes off the task's points.
    public let cost: Int

    /// A hint at that cost.
    public init(_ text: String, cost: Int = 0) {
      self.text = text
      self.cost = cost
    }
  }

  /// How much a check that does not pass tells.
  public enum Tell: String, Sendable, CaseIterable {
    /// What was found and what was wanted.
    case fact
    /// The task's own words.
    case message
    /// Only that it does not pass.
    case nothing
  }

  /// Where a file has it; nil for what no file has.
  var origin: Origin?
  /// The same in words, `FILE:LINE:COLUMN`.
  public var place: String? { origin?.place.description }
  /// Where a file names what solves it.
  var solveOrigin: Origin?

  /// A task.
  public init(
    id: String, title: String, text: String, check: Check, pass: String? = nil,
    fail: String? = nil, hints: [Hint] = [], points: Int = 1, solve: String? = nil,
    mustHold: Bool = false, tell: Tell = .fact
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.check = check
    self.pass = pass
    self.fail = fail
    self.hints = hints
    self.points = points
    self.solve = solve
    self.mustHold = mustHold
    self.tell = tell
  }
}
