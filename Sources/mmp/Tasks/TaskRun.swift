import Lab
import Transcripts
import Tutor

/// A set of tasks, tried out with the values of one trainee, in labs of that pod.
struct TaskRun {
  private let set: TaskSet
  /// The set with the trainee's values.
  private let filled: TaskSet
  private let trainee: Trainee
  private let lab: LabStage.TaskLab
  /// What stands in front of what is wrong: whose values it is with, unless those are the usual ones.
  private let prefix: String

  init(of set: TaskSet, for trainee: Trainee, in scenario: Scenario?, isFirst: Bool) {
    self.set = set
    self.trainee = trainee
    filled = set.filled(for: trainee)
    lab = LabStage.TaskLab(scenario: scenario, pod: isFirst ? nil : trainee.pod)
    prefix = isFirst ? "" : "with the values of pod \(trainee.pod): "
  }

  /// Makes sure that nothing is done in the lab as it is.
  func checkUnsolved() throws(Failure) {
    try prefixed { () throws(Failure) in
      try checkUnsolved(TaskStage(of: filled, in: lab), filled.tasks)
    }
  }

  /// Types all solutions.
  ///
  /// - Parameter place: is told how far it has come.
  /// - Returns: whether one of them differs by trainee.
  func typeSolutions(
    beside file: HostFile, telling place: Whereabouts
  ) throws(Failure) -> Bool {
    try prefixed { () throws(Failure) in
      let isOne = try typeSolution(beside: file, telling: place)
      return try typeOwnSolutions(beside: file, telling: place) || isOne
    }
  }

  /// The one that solves all.
  private func typeSolution(
    beside file: HostFile, telling place: Whereabouts
  ) throws(Failure) -> Bool {
    guard let solve = set.solve else { return false }
    let solution = try Solution(at: solve, of: set, for: trainee, beside: file)
    try solution.checkHeader(in: lab.scenario, beside: file, after: nil)
    let stage = try TaskStage(for: solution, of: filled, in: lab)
    try solution.begin(on: stage)
    try checkUnsolved(stage, filled.tasks)
    try solution.play(on: stage, telling: place)
    for task in filled.tasks { try check(task, on: stage, after: solution) }
    return solution.differs
  }

  /// Each task's own, one after the other in one lab: a later one builds on those before.
  private func typeOwnSolutions(
    beside file: HostFile, telling place: Whereabouts
  ) throws(Failure) -> Bool {
    var (stage, first, differs): (TaskStage?, Solution?, Bool) = (nil, nil, false)
    for task in filled.tasks {
      guard let path = task.solve else { continue }
      let solution = try Solution(at: path, of: set, for: trainee, beside: file)
      try solution.checkHeader(in: lab.scenario, beside: file, after: first)
      let current: TaskStage
      if let stage {
        try stage.goOn(with: solution)
        current = stage
      } else {
        current = try TaskStage(for: solution, of: filled, in: lab)
      }
      (stage, first, differs) = (current, first ?? solution, differs || solution.differs)
      try solution.begin(on: current)
      try checkUnsolved(current, [task], before: "its solution is typed")
      try solution.play(on: current, of: task, telling: place)
      try check(task, on: current, after: solution)
    }
    return differs
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

  private func prefixed<Result>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    do throws(Failure) { return try body() } catch {
      throw Failure(error.status, prefix + error.description)
    }
  }
}
