import Appliance
import Control
import Lab
import Store

extension Equipment {
  /// The world of a pod: as it was left, if it is kept, else a new one.
  ///
  /// - Parameters:
  ///   - number: the number of the pod as it is described; nil for that of the description.
  ///   - pod: its number.
  ///   - password: that of all its users; nil for those of the description, or that are kept.
  func world(
    _ description: WorldDescription, number: Int?, pod: Int, password: String?
  ) throws(WorldError) -> World {
    guard let archive else {
      return try newWorld(description, number: number, password: password)
    }
    do {
      let attempt = try archive.file.read { (reading) throws(StoreFault) in
        try reading.liveAttempt(of: pod)
      }
      if let attempt {
        return try archive.takeUp(
          attempt, passwords: password,
          with: Archive.Tools(keys: keys, clock: clock, now: now)
        ).world
      }
      let world = try newWorld(description, number: number, password: password)
      try archive.begin(world, as: origin, why: "fresh", now: clock())
      return world
    } catch let error as WorldError {
      throw error
    } catch Archive.Fault.world(let error) {
      throw error
    } catch {
      throw WorldError(saying: "pod \(pod) cannot be taken up or kept: \(error)")
    }
  }

  /// Ends all visits of a pod, as a reboot does: whoever wants in next finds a new attempt.
  func beginAnew(_ pod: ServedPod) throws(ClassRefusal) {
    guard let archive else {
      return pod.replace {}
    }
    let desk = ClassDesk(archive, of: [pod.number: pod], clock: clock)
    try desk.reset(pod.number, to: NobodyAsking())
  }

  private func newWorld(
    _ description: WorldDescription, number: Int?, password: String?
  ) throws(WorldError) -> World {
    try World(
      description, release: release, pod: number, passwords: password, keys: keys, clock: clock,
      now: now)
  }
}

/// Whoever asks for something and wants no words about it.
private struct NobodyAsking: ClassAsker {
  func show(_ bytes: [UInt8]) -> Bool { true }
  func push(_ bytes: [UInt8]) {}
  var pending: Int { 0 }
  func wait(milliseconds: Int32) -> Bool { false }
  func wake() {}
}
