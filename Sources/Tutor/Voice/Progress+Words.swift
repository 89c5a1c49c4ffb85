import Words

extension Progress {
  /// How far the set is done: tasks, points, and those in percent.
  var standing: String {
    let percent = self.set.points > 0 ? ", \(points * 100 / self.set.points) %" : ""
    return "\(done) of \(self.set.tasks.count) tasks are done, "
      + "\(points) of \(Amount.points(self.set.points))\(percent)"
  }

  /// Whether a task is done, as lists show it.
  func box(of task: LabTask) -> String { isDone(task) ? "[x]" : "[ ]" }

  /// The task's id, with blanks up to the longest one.
  func column(of task: LabTask) -> String {
    let width = self.set.tasks.map(\.id.count).max() ?? 0
    return task.id.padded(to: width)
  }
}

/// Numbers of things, as sentences have them.
enum Amount {
  static func points(_ number: Int) -> String { number == 1 ? "1 point" : "\(number) points" }
}
