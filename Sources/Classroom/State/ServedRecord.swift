import Store

/// Where a class is served, as a state file keeps it: lines of words with tabs between them, none of
/// which has one in itself.
struct ServedRecord {
  /// The address that was listened at.
  let address: String
  private var sharedKey: String?
  private var hosts: [(pod: Int, host: Handout.Host)]
  /// The passwords of pods that have none of their own.
  private var passwords: [Int: String] = [:]

  /// Where the cards of a handout say it is.
  init(_ handout: Handout, passwords: PodPasswords) {
    address = handout.address
    sharedKey = handout.sharedKey
    for card in handout.cards where passwords.byPod[card.pod] == nil {
      self.passwords[card.pod] = card.password
    }
    hosts = handout.cards.flatMap { card in card.hosts.map { (card.pod, $0) } }
  }

  /// Reads what ``text`` has written; nil if it is anything else.
  init?(text: String) {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard let head = lines.first, head.count == 2 else { return nil }
    address = head[0]
    sharedKey = head[1].isEmpty ? nil : head[1]
    hosts = []
    for line in lines.dropFirst() {
      guard line.count == 7, let pod = Int(line[0]), let port = UInt16(line[2]) else { return nil }
      if !line[6].isEmpty { passwords[pod] = line[6] }
      hosts.append(
        (
          pod,
          Handout.Host(
            name: line[1], port: port, user: line[3], fingerprint: line[4], publicKey: line[5])
        ))
    }
  }

  /// The machines' ports, in the order of the machines.
  var ports: [(pod: Int, name: String, port: UInt16)] {
    hosts.map { ($0.pod, $0.host.name, $0.host.port) }
  }

  /// The lines.
  var text: String {
    let head = [address, sharedKey ?? ""]
    let rows = hosts.map { pod, host in
      [
        "\(pod)", host.name, "\(host.port)", host.user, host.fingerprint, host.publicKey,
        passwords[pod] ?? "",
      ]
    }
    return ([head] + rows).map { $0.joined(separator: "\t") + "\n" }.joined()
  }

  /// The cards of the pods there are.
  func handout(of pods: [PodRow]) -> Handout {
    let cards = pods.map { pod in
      let trainee = pod.id.map { id in
        var trainee = Roster.Trainee(pod: pod.pod, id: id)
        trainee.lastName = pod.lastName
        trainee.firstName = pod.firstName
        trainee.email = pod.email
        return trainee
      }
      return Handout.Card(
        pod: pod.pod, trainee: trainee, password: pod.password ?? passwords[pod.pod] ?? "",
        hosts: hosts.filter { $0.pod == pod.pod }.map(\.host))
    }
    return Handout(
      address: address, sharedKey: sharedKey,
      cards: cards.filter { !$0.hosts.isEmpty })
  }
}
