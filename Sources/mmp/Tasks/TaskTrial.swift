import Console
import Lab
import Transcripts
import Tutor

/// A set of tasks, tried out: no check passes in the lab as it is, and each does once the solution
/// has been typed.
struct TaskTrial {
  private let set: TaskSet
  private let scenario: Scenario?
  /// The set's file; nil if it has none, and so no solutions.
  private let file: HostFile?

  /// A trial in the lab of a scenario, nil for that of the page.
  init(of set: TaskSet, in scenario: Scenario?, beside file: HostFile?) throws(Failure) {
    do throws(WorldError) {
      let outline = try WorldOutline(scenario: scenario)
      self.set = set.filled(for: Trainee(pod: outline.pod))
    } catch {
      throw Failure(.unreadable, error.description)
    }
    self.scenario = scenario
    self.file = file
  }

  /// Tries all; what the author should know, nil if nothing.
  func run() throws(Failure) -> String? {
    let untouched = try TaskStage(for: TranscriptHeader(), of: set, in: scenario, beside: file)
    try checkUnsolved(untouched, set.tasks)
    guard let file else { return "its solutions are not part of the program" }
    if let solve = set.solve {
      let solution = try Solution(at: solve, beside: file)
      let stage = try TaskStage(
        for: solution.transcript.header, of: set, in: scenario, beside: solution.file)
      try checkUnsolved(stage, set.tasks)
      try solution.play(on: stage)
      for task in set.tasks { try check(task, on: stage, after: solution) }
    }
    let solved = set.tasks.filter { $0.solve != nil }
    try runOwnSolutions(of: solved, beside: file)
    let left = set.solve == nil ? set.tasks.count - solved.count : 0
    return left == 0 ? nil : "\(left) of \(set.tasks.count) tasks without a solution"
  }

  /// Each task's own solution, one after the other in one lab: a later one builds on those before.
  private func runOwnSolutions(of tasks: [LabTask], beside file: HostFile) throws(Failure) {
    var stage: TaskStage?
    for task in tasks {
      let solution = try Solution(at: task.solve ?? "", beside: file)
      let current =
        if let stage { stage } else {
          try TaskStage(
            for: solution.transcript.header, of: set, in: scenario, beside: solution.file)
        }
      stage = current
      current.closeWindows()
      try checkUnsolved(current, [task], before: "its solution is typed")
      try solution.play(on: current)
      try check(task, on: current, after: solution)
    }
  }

  private func checkUnsolved(
    _ stage: TaskStage, _ tasks: [LabTask], before what: String = "anything is done"
  ) throws(Failure) {
    stage.look()
    if let task = tasks.first(where: { stage.isPassed($0) }) {
      throw Failure(
        .differs,
        "\(place(of: task))the task \(task.id) passes before \(what): "
          + stage.finding(of: task).fact)
    }
  }

  private func check(
    _ task: LabTask, on stage: TaskStage, after solution: Solution
  ) throws(Failure) {
    guard !stage.isPassed(task) else { return }
    throw Failure(
      .differs,
      "\(place(of: task))the task \(task.id) does not pass after \(solution.file.path): "
        + stage.finding(of: task).fact)
  }

  private func place(of task: LabTask) -> String { task.place.map { "\($0): " } ?? "" }
}
