import Appliance
import Lab
import Tutor

/// Reads scenarios and builds their worlds, as a start with each of them would.
enum ScenarioCheck {
  /// Checks each, by its name or file: a line for those in order on standard output, one for the
  /// others on standard error.
  ///
  /// - Throws: at the end, if one was refused; at once, if the lines cannot be written.
  static func run(_ namesOrFiles: [String]) throws(Failure) {
    var refused = 0
    for text in namesOrFiles {
      do throws(Failure) {
        let scenario = try Scenario.called(text, or: HostFile(path: text))
        _ = try World.built(scenario, release: ReleaseNumber(release: .default), clock: nil)
        do throws(TaskSetError) { _ = try TaskSet(of: scenario) } catch {
          throw Failure(.unreadable, error.description)
        }
      } catch {
        refused += 1
        StandardStream.error.say(error.description)
        continue
      }
      try StandardStream.output.print("ok      \(text)\n")
    }
    guard refused > 0 else { return }
    let scenarios = namesOrFiles.count == 1 ? "scenario" : "scenarios"
    throw Failure(
      .unreadable, "\(refused) of \(namesOrFiles.count) \(scenarios) refused")
  }
}
