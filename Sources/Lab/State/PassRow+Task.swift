package import Journal
package import Store

extension PassRow {
  /// How a task stands, as a row.
  package init(_ task: KeptTask) {
    self.init(
      task: task.task, seen: task.seen.joined(separator: " "), hints: task.hints, cost: task.cost,
      tries: task.tries, first: task.first, last: task.last, passed: task.passed,
      event: task.event)
  }
}

extension KeptTask {
  /// How the task of a row stands.
  package init(_ row: PassRow) {
    self.init(
      task: row.task, seen: row.seen.split(separator: " ").map(String.init), hints: row.hints,
      cost: row.cost, tries: row.tries, first: row.first, last: row.last, passed: row.passed,
      event: row.event)
  }
}
