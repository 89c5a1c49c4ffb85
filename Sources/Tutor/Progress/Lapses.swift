import Journal

extension LabTask {
  /// Whether it can be said of it that it was done and is not so any more: not if looking at
  /// something was a way to do it, for who has looked has looked, whatever becomes of the files. What
  /// has to hold is open again instead.
  var canLapse: Bool { !mustHold && !check.isMetByLooking }
}

extension Check {
  /// Whether it can be met by what somebody says or types, once and for all. What stands beside that
  /// in `all` tells what was to be seen then; another task that has to be done tells nothing of it.
  fileprivate var isMetByLooking: Bool {
    switch condition {
    case .said(_, _, let occasion): occasion.files.isEmpty
    case .all(let checks):
      isOtherTask
        ? checks.contains(where: \.isMetByLooking)
        : checks.contains { !$0.isOtherTask && $0.isMetByLooking }
    case .any(let checks): checks.contains(where: \.isMetByLooking)
    default: false
    }
  }
}

extension Progress {
  /// The tasks that are done for good though they are not so any more. What was found is with each.
  /// Nobody takes note of the look.
  ///
  /// - Parameter task: the one that is to be done; only those in front of it count then, as far as both
  ///   look at the same files: while they are not so, it can hardly be done. Nil for all tasks.
  func lapses(before task: LabTask? = nil) -> [(task: LabTask, finding: Finding)] {
    let interest = task.map { Interest(of: $0.check) }
    return self.set.tasks.prefix { $0.id != task?.id }.compactMap { other in
      guard other.canLapse, isDone(other),
        interest?.overlaps(Interest(of: other.check)) ?? true
      else { return nil }
      let seen = Set(state(of: other.id).seen)
      let finding = other.check.holds(in: Look(at: world), seen: seen)
      return finding.holds ? nil : (other, finding)
    }
  }

  /// The same in sentences, in Markdown: the first of them, where to begin, with what is told of it.
  func reminders(before task: LabTask? = nil) -> [String] {
    let lapses = lapses(before: task)
    guard let (first, finding) = lapses.first else { return [] }
    let reason = first.reasons(in: finding).first.map { ": \($0)" } ?? "."
    let others = lapses.dropFirst().map { "`\($0.task.id)`" }.joined(separator: ", ")
    return ["`\(first.id)` was done, and is not so any more\(reason)"]
      + (others.isEmpty ? [] : ["The same goes for \(others)."])
  }
}
