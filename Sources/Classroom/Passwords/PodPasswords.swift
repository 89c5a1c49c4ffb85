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
  public var byPod: [Int: String]
  /// Whether pods that have none of their own get random ones.
  public var areRandom: Bool

  /// Passwords that are known.
  public init(byPod: [Int: String] = [:], areRandom: Bool = false) {
    self.byPod = byPod
    self.areRandom = areRandom
  }

  /// The passwords of a class.
  ///
  /// - Parameters:
  ///   - source: where they come from; nil for those that are kept, which are the lab's in a class
  ///     that is new.
  ///   - roster: who is in the class; a trainee's own password goes before all others.
  ///   - pods: the numbers of the pods there are.
  ///   - kept: those that the class had last. Random ones stay, if random ones are wanted.
  ///   - lab: the lab's password in a pod.
  ///   - generator: what random ones are made of.
  /// - Throws: which pod has none.
  public init(
    from source: PasswordSource?, roster: Roster? = nil, pods: some Collection<Int>,
    kept: PodPasswords = PodPasswords(), lab: (Int) -> String,
    using generator: inout some RandomNumberGenerator
  ) throws(MissingPassword) {
    areRandom = source.map { $0 == .random } ?? kept.areRandom
    byPod = roster?.passwords ?? [:]
    for pod in pods where byPod[pod] == nil {
      let former = kept.byPod[pod]
      switch source {
      case nil: byPod[pod] = former ?? (areRandom ? SpokenPassword.make(using: &generator) : nil)
      // The pod has another until it is told this one.
      case .lab: byPod[pod] = former == nil ? nil : lab(pod)
      case .one(let password): byPod[pod] = password
      case .each(let passwords):
        guard let password = passwords[pod] else { throw MissingPassword(pod: pod) }
        byPod[pod] = password
      case .random:
        // A pod that was not served last may have another from before.
        let isRandom = kept.areRandom && former.map(SpokenPassword.isOne) == true
        byPod[pod] = (isRandom ? former : nil) ?? SpokenPassword.make(using: &generator)
      }
    }
  }
}

/// A pod that a list of passwords has nothing for.
public struct MissingPassword: Error, Sendable, Equatable {
  /// The pod's number.
  public let pod: Int
}
