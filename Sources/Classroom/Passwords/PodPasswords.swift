import Words

/// Where the passwords of a class come from.
public enum PasswordSource: Sendable, Equatable {
  /// The lab's description, which is public.
  case lab
  /// The system's random numbers: one for each pod.
  case random
  /// Whoever runs the class: one for all.
  case one(String)
  /// Whoever runs the class: one for each pod, by its number.
  case each([Int: String])
}

/// The passwords of a class that are not the lab's: one a pod, which lets in every user of its
/// machines.
public struct PodPasswords: Sendable, Equatable {
  /// The passwords by the number of the pod; a pod that has none has those of the lab.
  public let byPod: [Int: String]
  /// Whether there are some that nobody outside the program knows yet.
  public let areMade: Bool

  /// The passwords of a class.
  ///
  /// - Parameters:
  ///   - source: where they come from.
  ///   - roster: who is in the class; a trainee's own password goes before all others.
  ///   - pods: the numbers of the pods there are.
  ///   - kept: those that were made earlier, by pod; none is made in their place.
  ///   - generator: what random ones are made of.
  /// - Throws: which pod has none.
  public init(
    from source: PasswordSource, roster: Roster? = nil, pods: some Collection<Int>,
    kept: [Int: String] = [:], using generator: inout some RandomNumberGenerator
  ) throws(MissingPassword) {
    var byPod = roster?.passwords ?? [:]
    var areMade = false
    for pod in pods where byPod[pod] == nil {
      switch source {
      case .lab: continue
      case .one(let password): byPod[pod] = password
      case .each(let passwords):
        guard let password = passwords[pod] else { throw MissingPassword(pod: pod) }
        byPod[pod] = password
      case .random:
        areMade = true
        byPod[pod] = kept[pod] ?? SpokenPassword.make(using: &generator)
      }
    }
    self.byPod = byPod
    self.areMade = areMade
  }
}

/// A pod that a list of passwords has nothing for.
public struct MissingPassword: Error, Sendable, Equatable {
  /// The pod's number.
  public let pod: Int
}
