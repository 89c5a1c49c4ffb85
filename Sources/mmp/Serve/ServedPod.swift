import Appliance
import Gateway
import Lab
import PKI
import Synchronization
import Time

/// A lab that is built when the first client wants in: a class of forty starts as fast as one.
final class ServedPod: Sendable {
  private let appliances = Mutex<Result<[String: Appliance], Failure>?>(nil)
  private let isReported = Atomic(false)
  private let world: @Sendable () throws(Failure) -> World

  /// The pod of that number, nil for the one that is described.
  init(
    _ description: WorldDescription, pod: Int?, release: Release, password: String?,
    keys: any KeySource, journalFile: JournalFile?, now: @escaping @Sendable () -> UnixTime
  ) {
    world = { () throws(Failure) in
      do throws(WorldError) {
        let world = try World(
          description, release: release, pod: pod, passwords: password, keys: keys,
          clock: HostClock.milliseconds, now: now)
        journalFile?.follow(world.journal)
        return world
      } catch {
        throw Failure(.unreadable, error.description)
      }
    }
  }

  /// Builds it now, unless it is there already.
  func build() throws(Failure) { _ = try built().get() }

  /// An appliance of the pod; nil if the pod cannot be built, which is said once.
  func appliance(named host: String) -> Appliance? {
    switch built() {
    case .success(let appliances): return appliances[host]
    case .failure(let failure):
      if !isReported.exchange(true, ordering: .relaxed) {
        StandardStream.error.say(failure.description)
      }
      return nil
    }
  }

  /// The pod's appliances, or why there are none.
  private func built() -> Result<[String: Appliance], Failure> {
    appliances.withLock { appliances in
      if let appliances { return appliances }
      let result: Result<[String: Appliance], Failure>
      do throws(Failure) {
        result = .success(try world().appliances)
      } catch {
        result = .failure(error)
      }
      appliances = result
      return result
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
