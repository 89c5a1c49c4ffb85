public import Appliance
import Authority
public import Journal
import MMPShell
public import PKI
import PuTTY
public import Time
public import Workstation

/// The lab: three appliances, PC1, the certificate authority and the web server.
///
/// Everything in it is made when it is built, against its clock, so nothing has expired that was
/// not meant to. Any number of sessions, on threads of their own, may share its machines.
public final class World {
  /// PC1.
  public let workstation: Workstation
  /// Who hears of what happens in it.
  public let journal: Journal
  /// The appliances by host name.
  public let appliances: [String: Appliance]

  // What a fault needs.

  /// The number of its pod.
  let pod: Int
  /// PC1's folder of certificates.
  var certificateFolder: WindowsPath { workstation.folder }
  /// The authorities.
  let authorities: LabAuthorities
  /// Where keys come from.
  let keys: any KeySource
  /// The time in it.
  let now: @Sendable () -> UnixTime

  /// The lab of the page, or a scenario's.
  public convenience init(
    scenario: Scenario? = nil, release: Release = .default, pod: Int? = nil,
    passwords: String? = nil, keys: any KeySource = OpenSSLKeySource(),
    random: @escaping @Sendable () -> UInt64 = { .random(in: 0 ... .max) },
    clock: @escaping @Sendable () -> Int64 = { 0 }, now: @escaping @Sendable () -> UnixTime
  ) throws(WorldError) {
    try self.init(
      WorldDescription(scenario: scenario), release: release, pod: pod, passwords: passwords,
      keys: keys, random: random, clock: clock, now: now)
  }

  /// A world as described.
  ///
  /// - Parameters:
  ///   - pod: the number of its pod; nil for the one it is described as.
  ///   - passwords: replaces the password of every user of the appliances.
  ///   - keys: where the appliances' keys come from, and those of holders who have none ready.
  ///   - random: what the authorities' serial numbers are made of; several threads may ask.
  ///   - clock: the host's time in milliseconds since 1970, which events have.
  ///   - now: the time in the world.
  /// - Throws: why it cannot be built as described.
  public init(
    _ description: WorldDescription, release: Release = .default, pod: Int? = nil,
    passwords: String? = nil, keys: any KeySource = OpenSSLKeySource(),
    random: @escaping @Sendable () -> UInt64 = { .random(in: 0 ... .max) },
    clock: @escaping @Sendable () -> Int64 = { 0 }, now: @escaping @Sendable () -> UnixTime
  ) throws(WorldError) {
    let fault = description.fault
    let description = description.inPod(pod)
    self.pod = pod ?? description.pod
    self.keys = keys
    self.now = now
    let journal = Journal(pod: self.pod, clock: clock, labClock: { Int64(now()) })
    self.journal = journal
    let workshop = try Workshop(description, keys: keys, random: random, now: now())
    authorities = workshop.authorities
    let accounts = description.accounts.sorted { $0.key < $1.key }.map { (name, account) in
      Account(name: name, password: passwords ?? account.password, role: account.role)
    }
    var appliances: [String: Appliance] = [:]
    var names: [String: Appliance] = [:]
    // In order of name, so that the CA numbers their certificates alike each time.
    for (host, entry) in description.appliances.sorted(by: { $0.key < $1.key }) {
      let appliance = Appliance(
        hostname: host, release: release, keys: keys, accounts: accounts,
        journal: journal, now: now)
      appliance.keepLog()
      try appliance.fill(with: entry.files, from: workshop)
      appliances[host] = appliance
      for name in entry.names { names[name.lowercased()] = appliance }
    }
    self.appliances = appliances
    let authority = try workshop.authorities.authority(now: now)
    let addresses = LabAddresses(description, authority: authority.config)
    for (host, address) in addresses.appliances where names[address] == nil {
      names[address] = appliances[host]
    }
    workstation = try Self.workstation(
      description.workstation, from: workshop,
      network: LabNetwork(
        appliances: names, authority: authority,
        webServer: try WebServer(description.webServer, from: workshop),
        machines: addresses.machines),
      accounts: accounts, journal: journal, now: now)
    if description.workstation.knowsHosts {
      workstation.cacheHostKeys(of: Set(names.keys))
      workstation.know(Set(names.keys))
    }
    try befall(fault, isTold: false)
  }

  /// The appliance of that host name; nil if there is none.
  public func appliance(named host: String) -> Appliance? { appliances[host] }

  private static func workstation(
    _ description: Description.WorkstationDescription, from workshop: Workshop,
    network: LabNetwork, accounts: [Account], journal: Journal,
    now: @escaping @Sendable () -> UnixTime
  ) throws(WorldError) -> Workstation {
    let home = WindowsPath(["Users", description.user])
    guard let folder = home.resolving(description.folder) else {
      throw WorldError(
        at: description.origin, "\(description.folder) is no folder of drive C")
    }
    let workstation = Workstation(
      home: home, folder: folder, network: network, programs: Program.lab,
      address: description.address, accounts: accounts.forWorkstation, journal: journal, now: now)
    do throws(DriveFault) {
      try workstation.drive.createFolders(folder)
    } catch {
      throw WorldError(at: description.origin, "\(folder) cannot be made: \(error)")
    }
    for recipe in description.files {
      let bytes = try workshop.bytes(of: recipe, among: description.files)
      do throws(DriveFault) {
        try workstation.drive.write(bytes, to: folder.appending(recipe.file))
      } catch {
        throw WorldError(at: recipe.origin, "\(recipe.file) cannot be stored: \(error)")
      }
    }
    return workstation
  }
}

extension Appliance {
  /// Stores the files it has before the trainee arrives.
  fileprivate func fill(
    with recipes: [FileRecipe], from workshop: Workshop
  ) throws(WorldError) {
    for recipe in recipes {
      let bytes = try workshop.bytes(of: recipe, among: recipes)
      do throws(StoreRefusal) {
        try store(FileStore.File(name: recipe.file, contents: bytes))
      } catch {
        throw WorldError(
          at: recipe.origin, "\(recipe.file) cannot be stored on \(hostname): \(error)")
      }
    }
  }
}

extension WebServer {
  fileprivate init(
    _ description: Description.WebServerDescription, from workshop: Workshop
  ) throws(WorldError) {
    var files: [String: [UInt8]] = [:]
    for recipe in description.files {
      files["/\(description.folder)/\(recipe.file)".lowercased()] =
        try workshop.bytes(of: recipe, among: description.files)
    }
    self.init(
      names: Set(description.names.map { $0.lowercased() }), address: description.address,
      files: files)
  }
}

extension [Account] {
  /// Whoever may log in to PC1 over the network: the appliances' `admin`, or who else is one.
  var forWorkstation: [Account] {
    first { $0.name == "admin" && $0.role == .admin }.map { [$0] } ?? filter { $0.role == .admin }
  }
}
