import Console
import Lab
import Tutor

/// A set of tasks, tried out: no check passes in the lab as it is, and each does once the solution
/// has been typed; with the values of several trainees where they differ.
struct TaskTrial {
  private let set: TaskSet
  private let scenario: Scenario?
  /// The set's file; nil if it has none, and so no solutions.
  private let file: HostFile?
  /// Those whose values are tried, the one of the lab's own pod first.
  private let trainees: [Trainee]

  /// So many trainees' values are tried.
  private static let mostTrainees = 3

  /// A trial in the lab of a scenario, nil for that of the page.
  init(of set: TaskSet, in scenario: Scenario?, beside file: HostFile?) throws(Failure) {
    do throws(WorldError) {
      let outline = try WorldOutline(scenario: scenario)
      trainees = set.trainees(from: outline.pod, atMost: Self.mostTrainees)
    } catch {
      throw Failure(.unreadable, error.description)
    }
    self.set = set
    self.scenario = scenario
    self.file = file
  }

  /// Tries all; what the author should know, nil if nothing.
  ///
  /// - Parameter place: is told how far it has come.
  func run(telling place: Whereabouts) throws(Failure) -> String? {
    let hasVariables = set.variables.contains { $0.value.count > 1 }
    // What is already done may be so with some values only.
    for trainee in hasVariables ? trainees : [trainees[0]] {
      let run = TaskRun(of: set, for: trainee, in: scenario, isFirst: trainee == trainees[0])
      try run.checkUnsolved()
    }
    guard let file else { return "its solutions are not part of the program" }
    var differs = false
    for (number, trainee) in trainees.enumerated() where number == 0 || differs {
      let run = TaskRun(of: set, for: trainee, in: scenario, isFirst: number == 0)
      differs = try run.typeSolutions(beside: file, telling: place) || differs
    }
    return notes(differs: differs, hasVariables: hasVariables)
  }

  private func notes(differs: Bool, hasVariables: Bool) -> String? {
    let unsolved = set.solve == nil ? set.tasks.count { $0.solve == nil } : 0
    var notes: [String] = []
    if unsolved > 0 { notes.append("\(unsolved) of \(set.tasks.count) tasks without a solution") }
    if hasVariables, !differs, unsolved < set.tasks.count {
      notes.append(
        "solved with the values of pod \(trainees[0].pod) only, as no solution has a word like "
          + "$\(set.variables.keys.min() ?? "pod")")
    }
    return notes.isEmpty ? nil : notes.joined(separator: "; ")
  }
}
