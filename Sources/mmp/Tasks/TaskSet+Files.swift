import Lab
import Tutor
import Words

extension TaskSet {
  /// The set of that name, else the one in a file, with the scenario whose lab it is for; nil for
  /// that of the page.
  static func called(
    _ name: String, or file: HostFile
  ) throws(Failure) -> (set: TaskSet, scenario: Scenario?) {
    if let set = named(name) { return (set, set.scenario.flatMap(Scenario.named)) }
    guard file.exists else {
      let hint = NearestWord.hint(for: name, among: names + Scenario.names) ?? ""
      throw Failure(.unreadable, "there are no tasks \(file.path)\(hint)")
    }
    return try read(file)
  }

  /// Reads a set of the user's own, or a scenario's.
  static func read(_ file: HostFile) throws(Failure) -> (set: TaskSet, scenario: Scenario?) {
    let source = try file.read(atMost: largestFile)
    var scenario: Scenario?
    var failure: Failure?
    do throws(TaskSetError) {
      let set = try TaskSet(name: file.path, source: source) { (name) throws(WorldError) in
        do throws(Failure) {
          let beside = file.sibling(name)
          scenario = Scenario.named(name)
          if scenario == nil, beside.exists { scenario = try Scenario(in: beside) }
        } catch {
          failure = error
        }
        return scenario
      }
      if set.scenario == file.path { scenario = try? Scenario(name: file.path, source: source) }
      return (set, scenario)
    } catch {
      throw failure ?? Failure(.unreadable, error.description)
    }
  }
}
