import Journal
import Lab

/// What counts for tasks of what was said and typed in a world before anybody asked for them.
struct PastMarks {
  private struct Candidate {
    let task: String
    let condition: SaidCondition
    /// The files that it is about.
    let files: Interest
    var isMet = false
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
      if candidates[index].files.includes(event) { candidates[index].isMet = false }
      if let heard, candidates[index].condition.isMet(by: heard.said) {
        candidates[index].isMet = true
      }
    }
  }

  /// The tasks for which something counts, in a world where nothing has happened since.
  private func tasks(in world: World) -> [KeptTask] {
    let look = Look(at: world)
    var tasks: [String: KeptTask] = [:]
    for candidate in candidates where candidate.isMet {
      guard let mark = candidate.condition.mark(in: look) else { continue }
      SeenMarks.add(mark, to: &tasks[candidate.task, default: KeptTask(task: candidate.task)].seen)
    }
    return tasks.values.sorted { $0.task < $1.task }
  }
}
