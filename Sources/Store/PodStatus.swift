/// How a pod stands in its present attempt, as far as its events tell.
public struct PodStatus: Sendable, Equatable {
  /// The pod and whose it is.
  public let pod: PodRow
  /// The number of its live attempt; nil if nobody was there yet.
  public let attempt: Int?
  /// The last command that was typed.
  public let lastCommand: EventRow?
  /// The last error that was said.
  public let lastError: EventRow?
  /// How often that error was said.
  public let lastErrorCount: Int
  /// When something happened last that no instructor did, in milliseconds since 1970.
  public let lastEvent: Int64?

  /// How a pod stands.
  public init(
    pod: PodRow, attempt: Int?, lastCommand: EventRow?, lastError: EventRow?,
    lastErrorCount: Int, lastEvent: Int64?
  ) {
    self.pod = pod
    self.attempt = attempt
    self.lastCommand = lastCommand
    self.lastError = lastError
    self.lastErrorCount = lastErrorCount
    self.lastEvent = lastEvent
  }
}

/// How the tasks of a pod's live attempt stand.
public struct TaskStatus: Sendable, Equatable {
  /// How many there are.
  public let all: Int
  /// How many of them are done.
  public let done: Int
  /// What they are worth.
  public let maxPoints: Int
  /// What was reached of that.
  public let points: Int
  /// When the first error was said since a task was done last, or since the attempt began, in
  /// milliseconds since 1970; nil if none was, or all is done.
  public let troubledSince: Int64?

  /// How tasks stand.
  public init(all: Int, done: Int, maxPoints: Int, points: Int, troubledSince: Int64? = nil) {
    self.all = all
    self.done = done
    self.maxPoints = maxPoints
    self.points = points
    self.troubledSince = troubledSince
  }
}

/// How often an error was said.
public struct ErrorCount: Sendable, Equatable {
  /// The message's id in the ledger.
  public let error: String
  /// How often.
  public let count: Int
  /// In how many pods.
  public let pods: Int
  /// What stood in the message's braces, by their names, where it was the same each time.
  public let values: [String: String]

  /// How often an error was said.
  public init(error: String, count: Int, pods: Int, values: [String: String] = [:]) {
    self.error = error
    self.count = count
    self.pods = pods
    self.values = values
  }
}
