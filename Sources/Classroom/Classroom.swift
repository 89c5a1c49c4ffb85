public import Gateway
public import Lab

/// A class: pods with the machines of a lab each, whoever they are shown to.
///
/// It knows at once who and what there is; a pod's lab is built when somebody first wants in. What
/// trainees change is kept as long as the classroom.
public struct Classroom: Sendable {
  /// The pods in order of number.
  public let pods: [ServedPod]

  /// Pods 1 to `count` of what is described; for nil the one pod it is described as.
  public init(
    _ description: WorldDescription, pods count: Int? = nil, equipment: Equipment
  ) {
    let numbers = count.map { (1...max(1, $0)).map(Optional.init) } ?? [nil]
    pods = numbers.map { ServedPod(description, number: $0, equipment: equipment) }
  }

  /// The numbers that ``pods`` of such a class have.
  public static func numbers(of description: WorldDescription, pods count: Int?) -> ClosedRange<Int>
  {
    if let count { return 1...max(1, count) }
    let pod = description.outline().pod
    return pod...pod
  }

  /// Whether all pods have passwords that are not the lab's public ones.
  public func hasOwn(_ passwords: PodPasswords) -> Bool {
    pods.allSatisfy { pod in passwords.byPod[pod.number].map { $0 != pod.outline.password } ?? false
    }
  }

  /// A port for each machine, from `first` on; nil if there are not so many.
  public func ports(from first: UInt16) -> ClosedRange<UInt16>? {
    let count = pods.reduce(0) { $0 + $1.outline.appliances.count + 1 }
    guard let last = UInt16(exactly: Int(first) + max(1, count) - 1) else { return nil }
    return first...last
  }

  /// All machines behind ports, in order of pod, in each the appliances by host name and then PC1;
  /// those that no port is left for are not served.
  ///
  /// - Parameters:
  ///   - ports: nil if the system is to choose each, which it does as a door is opened.
  ///   - hostKey: the key of the machine of that full name.
  /// - Throws: what `hostKey` does.
  public func served<Fault: Error>(
    at ports: ClosedRange<UInt16>?, hostKey: (String) throws(Fault) -> HostKeyPair
  ) throws(Fault) -> [ServedHost] {
    var served: [ServedHost] = []
    for pod in pods {
      for machine in pod.machines where served.count < ports?.count ?? .max {
        served.append(
          ServedHost(
            pod: pod.number, hostname: machine.names.hostname, names: machine.names.names,
            users: machine.users, user: machine.user,
            port: ports.map { $0.lowerBound + UInt16(served.count) } ?? 0,
            position: served.count,
            hostKey: try hostKey(machine.names.names.first ?? machine.names.hostname),
            passwordPrompt: machine.passwordPrompt, machine: machine.machine,
            view: { pod.board.open($0) }, attend: { pod.attend($0, at: machine.kind) },
            doors: pod.doors))
      }
    }
    return served
  }
}
