package import Store

/// How a class stands: a row for each pod, and what goes wrong of late.
package struct ClassStatus: Sendable {
  /// How a pod stands.
  package struct Pod: Sendable {
    /// Its number.
    package var number: Int
    /// Whose it is; nil without a roster.
    package var name: String?
    /// Who is at its machines.
    package var visits: [Attendance.Attendee]
    /// The last command that was typed in the present attempt.
    package var lastCommand: EventRow?
    /// The last error that was said there.
    package var lastError: EventRow?
    /// How often that error was said.
    package var errorCount: Int
    /// For how many seconds nothing has happened; nil if nobody was there yet.
    package var idle: Int?
    /// How the tasks of the present attempt stand; nil where there are none.
    package var tasks: TaskStatus?
    /// For how many seconds somebody who is there has had errors and done no task, once that is
    /// ``ClassStatus/stuckAfter``; nil if they get on.
    package var stuck: Int?
    /// Whether the class has it no more, since it has fewer pods now: it is in the file only.
    package var isLeftOut = false
  }

  /// The `meta` that has the number of pods, where one was asked for.
  package static let podsKey = "class pods"

  /// After how many milliseconds of errors without a task done somebody is stuck.
  package static let stuckAfter: Int64 = 300_000

  /// In what time errors are counted, in milliseconds.
  package static let span: Int64 = 600_000

  /// The pods, by their numbers.
  package var pods: [Pod]
  /// What was said of late, the most frequent first.
  package var errors: [ErrorCount]
  /// Whether a server has the class open.
  package var isServed: Bool
  /// The time all this is of, in milliseconds since 1970.
  package var now: Int64

  /// What a state file knows of a class.
  ///
  /// - Parameters:
  ///   - present: those who are there, by pod; nil if nobody serves the class.
  ///   - now: the time, in milliseconds since 1970.
  package init(
    _ reading: Reading, present: [Int: [Attendance.Attendee]]?, now: Int64
  ) throws(StoreFault) {
    let tasks = try reading.taskStatus()
    let count = try reading.podCount()
    pods = try reading.status().map { status in
      let visits = present?[status.pod.pod] ?? []
      let last = visits.map(\.lastEvent).max() ?? 0
      let idle = status.lastEvent.map { max(0, now - max($0, last)) / 1_000 }
      let own = tasks[status.pod.pod]
      let trouble = own?.troubledSince.map { now - $0 } ?? 0
      let isStuck = trouble >= Self.stuckAfter && !visits.isEmpty
      return Pod(
        number: status.pod.pod, name: status.pod.fullName, visits: visits,
        lastCommand: status.lastCommand, lastError: status.lastError,
        errorCount: status.lastErrorCount, idle: idle.map(Int.init), tasks: own,
        stuck: isStuck ? Int(trouble / 1_000) : nil,
        isLeftOut: count.map { status.pod.pod > $0 } ?? false)
    }
    // Those of a clock that was set back since are no news.
    errors = try reading.errors(since: now - Self.span)
    isServed = present != nil
    self.now = now
  }
}

extension Reading {
  /// How many pods the class was last served with; nil for the one that is described.
  func podCount() throws(StoreFault) -> Int? {
    try meta(ClassStatus.podsKey).flatMap { Int($0) }
  }
}

extension PodRow {
  /// The trainee's name, or what the roster knows them by; nil without a roster.
  package var fullName: String? {
    let name = [firstName, lastName].compactMap(\.self).filter { !$0.isEmpty }
      .joined(separator: " ")
    return name.isEmpty ? id : name
  }
}
