import Store
import Synchronization

/// Who keeps the worlds of a file now, one for each pod.
final class WorldKeepers: Sendable {
  private let byPod = Mutex<[Int: WorldKeeper]>([:])

  /// Takes the place of whoever kept the pod's world before, who writes what is still owed.
  func add(_ keeper: WorldKeeper) {
    let last = byPod.withLock { $0.updateValue(keeper, forKey: keeper.attempt.pod) }
    _ = last?.settle()
  }

  /// Has all of them write what they still owe.
  func settle() { for keeper in byPod.withLock({ Array($0.values) }) { _ = keeper.settle() } }
}
