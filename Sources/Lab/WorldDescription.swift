import Appliance

/// A world as the lab page or a scenario describes it: read once, good for any number of pods.
public struct WorldDescription: Sendable {
  private let description: Description
  /// What goes wrong in it once it is built; `$pod` stands in it yet.
  let fault: Fault

  /// The lab of the page, or a scenario's, which is good for pods 1 to `pods`; nil for the one it is
  /// described as.
  public init(scenario: Scenario? = nil, pods: Int? = nil) throws(WorldError) {
    description = try Description(with: scenario, pods: pods)
    fault = scenario?.fault ?? Fault()
  }

  /// What is described, as it is in a pod; nil for the one it is described as.
  func inPod(_ pod: Int?) -> Description { description.inPod(pod) }

  /// The number of the pod it is described as.
  var number: Int { description.pod }

  /// Who and what there is in a pod; nil for the one it is described as.
  public func outline(pod: Int? = nil) -> WorldOutline {
    WorldOutline(of: inPod(pod), pod: pod ?? description.pod)
  }
}

/// The machines of a world that people log in to, and their users, known without building it.
public struct WorldOutline: Sendable {
  /// The pod's number.
  public let pod: Int
  /// The appliances in order of host name.
  public let appliances: [MachineNames]
  /// Those who may log in to them, by name, in order.
  public let users: [String]
  /// PC1.
  public let workstation: MachineNames
  /// Those who may log in to PC1, by name, in order.
  public let workstationUsers: [String]
  /// The one of them that trainees are told to log in as.
  public let user: String
  /// That one's password.
  public let password: String

  /// What a machine is called.
  public struct MachineNames: Sendable, Equatable {
    /// Its host name.
    public let hostname: String
    /// Its names on the network, the full one first.
    public let names: [String]
  }

  /// The outline of the lab of the page, or a scenario's.
  public init(scenario: Scenario? = nil, pod: Int? = nil) throws(WorldError) {
    self = try WorldDescription(scenario: scenario).outline(pod: pod)
  }

  init(of description: Description, pod: Int) {
    self.pod = pod
    appliances = description.appliances.sorted { $0.key < $1.key }
      .map { MachineNames(hostname: $0.key, names: $0.value.names) }
    let accounts = description.accounts.filter(\.value.role.mayLogIn)
    users = accounts.keys.sorted()
    user = accounts["admin"] == nil ? users.first ?? "admin" : "admin"
    password = accounts[user]?.password ?? ""
    workstationUsers = accounts.map { (name, account) in
      Account(name: name, password: "", role: account.role)
    }.sorted { $0.name < $1.name }.forWorkstation.map(\.name)
    // In the domain of the appliances, whose names alone are described.
    let domain = appliances.first?.names.first?.drop { $0 != "." } ?? ""
    workstation = MachineNames(hostname: "pc1", names: ["pc1\(domain)", "pc1"])
  }
}
