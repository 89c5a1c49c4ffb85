import Classroom
import Gateway
import Lab
import TestSupport
import Testing

/// A class, and what is told of its pods.
struct TestClassroom {
  let classroom: Classroom
  /// The numbers of the pods that were built, in order.
  let built: Guarded<[Int]>
  /// Those that could not be.
  let refused: Guarded<[Int]>

  /// Pods of the page's lab, or of one with that YAML over it.
  init(pods: Int? = nil, yaml: String? = nil) throws {
    let (built, refused) = (Guarded<[Int]>([]), Guarded<[Int]>([]))
    let scenario = try yaml.map {
      try Scenario(name: "own", source: Array("purpose: x\nworld: {\($0)}\n".utf8))
    }
    var equipment = Equipment(clock: { 0 }, now: { 1_795_424_400 })
    equipment.whenBuilt = { pod, _ in built.change { $0.append(pod) } }
    equipment.whenRefused = { pod, _ in refused.change { $0.append(pod) } }
    classroom = Classroom(
      try WorldDescription(scenario: scenario), pods: pods, equipment: equipment)
    (self.built, self.refused) = (built, refused)
  }

  /// All machines, from port 2201 on, with one host key.
  func served() throws -> [ServedHost] {
    let key = try #require(HostKeyPair())
    let ports = try #require(classroom.ports(from: 2201))
    return classroom.served(at: ports) { _ in key }
  }
}
