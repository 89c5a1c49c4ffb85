import Appliance
import Gateway
import Lab
import PKI
import Synchronization

/// A lab that is built when the first client wants in: a class of forty starts as fast as one.
final class ServedPod: Sendable {
  private let appliances = Mutex<[String: Appliance]?>(nil)
  private let world: @Sendable () throws(Failure) -> World

  /// The pod of that number, nil for the one that is described.
  init(
    _ description: WorldDescription, pod: Int?, release: Release, password: String?,
    keys: any KeySource, now: @escaping @Sendable () -> UnixTime
  ) {
    world = { () throws(Failure) in
      do throws(WorldError) {
        return try World(
          description, release: release, pod: pod, passwords: password, keys: keys, now: now)
      } catch {
        throw Failure(.unreadable, error.description)
      }
    }
  }

  /// Builds it now, unless it is there already.
  func build() throws(Failure) { _ = try built() }

  /// An appliance of the pod.
  func appliance(named host: String) -> Appliance? { (try? built())?[host] }

  private func built() throws(Failure) -> [String: Appliance] {
    try appliances.withLock { (appliances) throws(Failure) in
      if let appliances { return appliances }
      let new = try world().appliances
      appliances = new
      return new
    }
  }
}

extension WorldDescription {
  /// Reads the lab of the page, or a scenario's; its errors end the program with a sentence.
  static func read(_ scenario: Scenario?) throws(Failure) -> WorldDescription {
    do throws(WorldError) {
      return try WorldDescription(scenario: scenario)
    } catch {
      throw Failure(.unreadable, error.description)
    }
  }
}
