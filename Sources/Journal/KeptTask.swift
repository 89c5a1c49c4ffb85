/// How a task of an attempt stands.
public struct KeptTask: Sendable, Equatable {
  /// The task's id.
  public let task: String
  /// The conditions that were met at some time and count for it, as paths in its check.
  public var seen: [String]
  /// How many hints were taken.
  public var hints: Int
  /// What they take off its points.
  public var cost: Int
  /// How often somebody asked whether it is done.
  public var tries: Int
  /// When something of it happened first, in milliseconds since 1970; nil if nothing did.
  public var first: Int64?
  /// When something of it happened last, in milliseconds since 1970; nil if nothing did.
  public var last: Int64?
  /// When it was done, in milliseconds since 1970; nil if it is not.
  public var passed: Int64?
  /// The number of the event that it was done with: of the last one before it was found to be. Nil if
  /// it is not done, or was done with a line for the lab, which is no event.
  public var event: Int?

  /// A task of which nothing happened yet, or what is given.
  public init(
    task: String, seen: [String] = [], hints: Int = 0, cost: Int = 0, tries: Int = 0,
    first: Int64? = nil, last: Int64? = nil, passed: Int64? = nil, event: Int? = nil
  ) {
    self.task = task
    self.seen = seen
    self.hints = hints
    self.cost = cost
    self.tries = tries
    self.first = first
    self.last = last
    self.passed = passed
    self.event = event
  }
}
