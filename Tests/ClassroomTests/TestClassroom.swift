import Classroom
import Gateway
import Lab
import Synchronization
import Testing

/// A class, and what is told of its pods.
struct TestClassroom {
  let classroom: Classroom
  /// The numbers of the pods that were built, in order.
  let built: Told<Int>
  /// Those that could not be.
  let refused: Told<Int>

  /// What was told so far.
  final class Told<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])

    var all: [Value] { values.withLock { $0 } }
    func add(_ value: Value) { values.withLock { $0.append(value) } }
  }

  /// Pods of the page's lab, or of one with those lines of YAML over it.
  init(pods: Int? = nil, yaml: String? = nil) throws {
    let (built, refused) = (Told<Int>(), Told<Int>())
    let scenario = try yaml.map {
      try Scenario(name: "own", source: Array("purpose: x\n\($0)\n".utf8))
    }
    var equipment = Equipment(clock: { 0 }, now: { 1_795_424_400 })
    equipment.whenBuilt = { pod, _ in built.add(pod) }
    equipment.whenRefused = { pod, _ in refused.add(pod) }
    classroom = Classroom(
      try WorldDescription(scenario: scenario), pods: pods, equipment: equipment)
    (self.built, self.refused) = (built, refused)
  }

  /// All appliances, from port 2201 on, with one host key.
  func served() throws -> [ServedAppliance] {
    let key = try #require(HostKeyPair())
    return classroom.served(at: try #require(classroom.ports(from: 2201))) { _ in key }
  }
}
