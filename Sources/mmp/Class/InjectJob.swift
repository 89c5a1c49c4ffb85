import Classroom
import Control
import Lab

/// `mmp class inject`: a scenario's fault for a pod.
struct InjectJob: Job {
  /// The class's state file.
  var state: String
  /// The pod, by number or trainee; nil for all.
  var pod: String?
  /// A name of `mmp scenarios`, or a file.
  var scenario: String
  /// What is asked first at a terminal; nil for nothing.
  var confirmation: Confirmation?

  func run() throws(Failure) -> Failure.Status? {
    let file = HostFile(path: scenario)
    let isKnown = Scenario.named(scenario) != nil || file.exists
    let chosen: Scenario
    do throws(Failure) {
      chosen = try Scenario.called(scenario, or: file)
    } catch {
      // Nothing was found, as with a pod.
      throw isKnown ? error : Failure(.notFound, error.description)
    }
    let request = ClassRequest(
      .inject,
      [
        .pod: pod, .all: pod == nil ? "" : nil, .name: scenario,
        .text: String(decoding: chosen.source, as: UTF8.self),
      ])
    guard request.request.fits else {
      throw Failure(.unreadable, "\(scenario) is too large to be sent to a server")
    }
    return try ClassJob(state: state, request: request, confirmation: confirmation).run()
  }
}
