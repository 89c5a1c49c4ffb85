import Journal

extension Progress {
  /// The tasks in front of another that are done for good though they are not so any more, as far as
  /// both look at the same files: while they are not, it can hardly be done. What was found is with
  /// each. Nobody takes note of the look.
  public func lapses(before task: LabTask) -> [(task: LabTask, finding: Finding)] {
    let interest = Interest(of: task.check)
    return self.set.tasks.prefix { $0.id != task.id }.compactMap { other in
      guard !other.mustHold, isDone(other), interest.overlaps(Interest(of: other.check)) else {
        return nil
      }
      let seen = Set(state(of: other.id).seen)
      let finding = other.check.holds(in: Look(at: world), seen: seen)
      return finding.holds ? nil : (other, finding)
    }
  }

  /// The same, a sentence each, in Markdown.
  func reminders(before task: LabTask) -> [String] {
    lapses(before: task).map { (other, finding) in
      let reason = other.reasons(in: finding).first.map { ": \($0)" } ?? "."
      return "`\(other.id)` was done, and is not so any more\(reason)"
    }
  }
}
