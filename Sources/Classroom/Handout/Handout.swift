import Gateway

/// What the trainees of a class are given on paper: where their pod is, and what lets them in.
public struct Handout: Sendable, Equatable {
  /// A machine behind a port.
  public struct Host: Sendable, Equatable {
    /// Its host name, which each pod has one of.
    public var name: String
    /// Its port.
    public var port: UInt16
    /// Who is to log in.
    public var user: String
    /// What it proves itself with: its key's fingerprint.
    public var fingerprint: String
    /// Its key as a file of known hosts has it.
    public var publicKey: String

    /// A machine that is served.
    public init(_ served: ServedHost) {
      name = served.hostname
      port = served.port
      user = served.user
      fingerprint = served.hostKey.fingerprint
      publicKey = served.hostKey.publicKey
    }

    /// A machine by what is known of it.
    public init(name: String, port: UInt16, user: String, fingerprint: String, publicKey: String) {
      self.name = name
      self.port = port
      self.user = user
      self.fingerprint = fingerprint
      self.publicKey = publicKey
    }

    /// The command that opens a terminal there.
    func ssh(at address: String) -> String { "ssh -p \(port) \(user)@\(address)" }
    /// PuTTY's command that transfers files.
    func psftp(at address: String) -> String { "psftp -P \(port) \(user)@\(address)" }
    /// OpenSSH's command that transfers files.
    func sftp(at address: String) -> String { "sftp -P \(port) \(user)@\(address)" }
  }

  /// What one pod's trainee is given.
  public struct Card: Sendable, Equatable {
    /// The pod's number.
    public var pod: Int
    /// Whose pod it is; nil if nobody is known.
    public var trainee: Roster.Trainee?
    /// What lets its user in.
    public var password: String
    /// The pod's machines, PC1 first if it is one of them.
    public var hosts: [Host]

    /// A card with its machines in any order.
    public init(pod: Int, trainee: Roster.Trainee? = nil, password: String, hosts: [Host]) {
      self.pod = pod
      self.trainee = trainee
      self.password = password
      let workstation = "pc1"
      self.hosts =
        hosts.filter { $0.name == workstation } + hosts.filter { $0.name != workstation }
    }

    /// The pod's number and whose it is.
    var title: String {
      (["Pod \(pod)"] + [trainee?.name].compactMap(\.self)).joined(separator: ": ")
    }
  }

  /// Where clients find the class: a name, or an address in numbers.
  public var address: String
  /// A key that all machines have besides their own, as a file of known hosts has it.
  public var sharedKey: String?
  /// A card for each pod, in order.
  public var cards: [Card]

  /// A handout of cards.
  public init(address: String, sharedKey: String? = nil, cards: [Card]) {
    self.address = address
    self.sharedKey = sharedKey
    self.cards = cards
  }

  /// A line for each machine, for a file of known hosts; two where all have a key of another kind as
  /// well.
  public var knownHosts: String {
    cards.flatMap(\.hosts).flatMap { host in
      let place = host.port == 22 ? address : "[\(address)]:\(host.port)"
      return [host.publicKey, sharedKey].compactMap(\.self).map { "\(place) \($0)\n" }
    }.joined()
  }
}
