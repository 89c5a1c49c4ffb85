import Journal

extension Progress {
  /// The tasks in front of another that are done for good though they are not so any more, as far as
  /// both look at the same files: while they are not, it can hardly be done. What was found is with
  /// each. Nobody takes note of the look.
  func lapses(before task: LabTask) -> [(task: LabTask, finding: Finding)] {
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

  /// The same in sentences, in Markdown: the first of them, where to begin, with what is told of it.
  func reminders(before task: LabTask) -> [String] {
    let lapses = lapses(before: task)
    guard let (first, finding) = lapses.first else { return [] }
    let reason = first.reasons(in: finding).first.map { ": \($0)" } ?? "."
    let others = lapses.dropFirst().map { "`\($0.task.id)`" }.joined(separator: ", ")
    return ["`\(first.id)` was done, and is not so any more\(reason)"]
      + (others.isEmpty ? [] : ["The same goes for \(others)."])
  }
}
