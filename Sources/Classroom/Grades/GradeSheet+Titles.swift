import Lab
import Store
import Tutor

extension GradeSheet {
  /// Where a class keeps the text of its tasks, and what their lab was begun as.
  package static let sourceKey = "class tasks source"
  package static let scenarioKey = "class scenario"
  package static let worldKey = "class world"
  package static let releaseKey = "class release"

  /// The rows, with the titles of a pod's tasks as whoever comes there would have them. A file that was
  /// last served by an earlier program has those of pods that nobody was in once for all of them, with
  /// words like `$pod` as they were written.
  static func named(_ rows: [GradeRow], in reading: Reading) throws(StoreFault) -> [GradeRow] {
    guard rows.contains(where: { $0.attempt == nil && $0.task.title.contains("$") }),
      let set = try tasks(in: reading)
    else { return rows }
    var titles: [Int: [String: String]] = [:]
    return rows.map { row in
      guard row.attempt == nil else { return row }
      let pod = row.pod.pod
      let own =
        titles[pod]
        ?? Dictionary(set.rows(for: pod).map { ($0.task, $0.title) }) { first, _ in first }
      titles[pod] = own
      var named = row
      named.task.title = own[row.task.task] ?? row.task.title
      return named
    }
  }

  /// The tasks of the class; nil if it has none, or they cannot be read any more.
  private static func tasks(in reading: Reading) throws(StoreFault) -> TaskSet? {
    guard let name = try reading.meta(assignmentKey), let source = try reading.meta(sourceKey)
    else { return nil }
    let origin = AttemptRow.Origin(
      scenario: try reading.meta(scenarioKey) ?? "", world: try reading.meta(worldKey) ?? "",
      release: try reading.meta(releaseKey) ?? "")
    do {
      return try AttemptRow.Origin.Tasks(name: name, source: source)
        .set(in: origin.chosenScenario)
    } catch {
      return nil
    }
  }
}
