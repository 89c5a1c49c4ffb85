/// Who does the tasks of a set: what its texts may differ by.
public struct Trainee: Sendable, Equatable {
  /// The number of the pod, `$pod`.
  public let pod: Int
  /// What the trainee is called, `$name`.
  public let name: String

  /// Whoever is at that pod.
  public init(pod: Int, name: String? = nil) {
    self.pod = pod
    self.name = name ?? "trainee"
  }
}
