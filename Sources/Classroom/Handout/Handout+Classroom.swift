public import Gateway
import Lab

extension Handout {
  /// What the trainees of a class that is served are given.
  ///
  /// - Parameters:
  ///   - classroom: the class.
  ///   - served: its machines behind their ports.
  ///   - address: the address they listen at.
  ///   - sharedKey: a key that all have besides their own.
  ///   - roster: who is at which pod; nil if nobody is known.
  ///   - passwords: the passwords that are not the lab's.
  public init(
    _ classroom: Classroom, _ served: [ServedHost], at address: String,
    sharedKey: HostKeyPair?, roster: Roster?, passwords: PodPasswords
  ) {
    let hosts = Dictionary(grouping: served, by: \.pod)
    let trainees = Dictionary(grouping: roster?.trainees ?? [], by: \.pod)
    self.init(
      address: address, sharedKey: sharedKey?.publicKey,
      cards: classroom.pods.map { pod in
        Card(
          pod: pod.number, trainee: trainees[pod.number]?.first,
          password: passwords.byPod[pod.number] ?? pod.outline.password,
          hosts: (hosts[pod.number] ?? []).map { Host($0) })
      })
  }
}
