import Journal
import Lab

/// What counts for tasks of what was said and typed in a world before anybody asked for them.
struct PastMarks {
  private struct Candidate {
    let task: String
    let condition: SaidCondition
    /// The files that it is about.
    let files: Interest
    /// When it was met, as ``Event/time``; nil if it is not.
    var metAt: Int64?
  }

  private var candidates: [Candidate]
  private var dialogue = Dialogue()

  /// The tasks of a set for which something counts of what happened. They are read only if anything was
  /// typed.
  static func tasks(
    of set: PlannedTasks, after past: [Event], in world: World
  ) -> [KeptTask] {
    guard past.contains(where: { Said($0) != nil }) else { return [] }
    var marks = PastMarks(for: set.read)
    for event in past { marks.take(event) }
    return marks.tasks(in: world)
  }

  /// Nothing happened yet.
  private init(for set: TaskSet) {
    candidates = set.tasks.flatMap { task in
      task.check.saidConditions().map { condition in
        Candidate(
          task: task.id, condition: condition,
          files: Interest(in: condition.occasion.files, on: condition.host ?? "cms1a"))
      }
    }
  }

  /// Takes up what happened next. What was done with files counts until one of them changes.
  private mutating func take(_ event: Event) {
    let heard = dialogue.take(event)
    for index in candidates.indices {
      if candidates[index].files.includes(event) { candidates[index].metAt = nil }
      if let heard, candidates[index].condition.isMet(by: heard.said) {
        candidates[index].metAt = event.time
      }
    }
  }

  /// The tasks for which something counts, in a world where nothing has happened since.
  private func tasks(in world: World) -> [KeptTask] {
    let look = Look(at: world)
    var tasks: [String: KeptTask] = [:]
    for candidate in candidates {
      guard let time = candidate.metAt, let mark = candidate.condition.mark(in: look) else {
        continue
      }
      var task = tasks[candidate.task] ?? KeptTask(task: candidate.task)
      SeenMarks.add(mark, to: &task.seen)
      task.first = min(task.first ?? time, time)
      task.last = max(task.last ?? time, time)
      tasks[candidate.task] = task
    }
    return tasks.values.sorted { $0.task < $1.task }
  }
}
