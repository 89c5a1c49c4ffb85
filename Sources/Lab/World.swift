public import Appliance
package import Authority
public import Journal
import MMPShell
public import PKI
import PuTTY
import Synchronization
public import Time
public import Workstation

/// The lab: three appliances, PC1, the certificate authority and the web server.
///
/// Everything in it is made when it is built, against its clock, so nothing has expired that was
/// not meant to. Any number of sessions, on threads of their own, share its machines.
public final class World: Sendable {
  /// PC1.
  public let workstation: Workstation
  /// Who hears of what happens in it.
  public let journal: Journal
  /// The appliances by host name.
  public let appliances: [String: Appliance]

  // What a fault needs.

  /// The number of its pod.
  package let pod: Int
  /// PC1's folder of certificates.
  var certificateFolder: WindowsPath { workstation.folder }
  /// The appliances' users.
  var accounts: [Account] { accountList.withLock { $0 } }
  private let accountList: Mutex<[Account]>
  /// The web server.
  let webServer: WebServer
  /// All names and addresses of appliances.
  private let hostNames: Set<String>
  /// The authorities.
  let authorities: LabAuthorities
  /// The one of them that signs the trainee's requests.
  package let authority: CertificateAuthority
  /// The software its appliances run.
  package let release: Release
  /// Who may hold a certificate, by the usual basename of the files.
  package let holders: [String: CertificateHolder]
  /// Where keys come from.
  let keys: any KeySource
  /// The time in it.
  let now: @Sendable () -> UnixTime
  /// What each appliance answers to, by its host name, the name of its pod first.
  package let applianceNames: [String: [String]]

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
  public convenience init(
    _ description: WorldDescription, release: Release = .default, pod: Int? = nil,
    passwords: String? = nil, keys: any KeySource = OpenSSLKeySource(),
    random: @escaping @Sendable () -> UInt64 = { .random(in: 0 ... .max) },
    clock: @escaping @Sendable () -> Int64 = { 0 }, now: @escaping @Sendable () -> UnixTime
  ) throws(WorldError) {
    let fault = description.fault
    let number = pod ?? description.number
    let description = description.inPod(pod)
    let workshop = try Workshop(description, keys: keys, random: random, now: now())
    try self.init(
      description, contents: try workshop.contents(of: description, passwords: passwords),
      authorities: workshop.authorities, release: release, pod: number, keys: keys, clock: clock,
      now: now)
    if description.workstation.knowsHosts { knowHosts() }
    try befall(fault, isTold: false)
  }

  /// A world that was kept: its machines have what they had, and nothing is made anew.
  ///
  /// - Parameters:
  ///   - description: what it was described as; its fault has befallen it long ago.
  ///   - contents: what was kept.
  ///   - pod: as for a new one, as are the others.
  /// - Throws: why it cannot be put together.
  public convenience init(
    _ description: WorldDescription, contents: WorldContents, release: Release = .default,
    pod: Int? = nil, keys: any KeySource = OpenSSLKeySource(),
    random: @escaping @Sendable () -> UInt64 = { .random(in: 0 ... .max) },
    clock: @escaping @Sendable () -> Int64 = { 0 }, now: @escaping @Sendable () -> UnixTime
  ) throws(WorldError) {
    let number = pod ?? description.number
    let description = description.inPod(pod)
    let origin = description.authority.origin
    let authorities = try LabAuthorities(
      description.authority, kept: KeptAuthorities(contents.authority), now: now(), random: random
    ) { (name) throws(WorldError) in
      guard let key = ReadyKeys.key(named: name) else {
        throw WorldError(at: origin, "the key of \(name) is gone")
      }
      return key
    }
    try self.init(
      description, contents: contents, authorities: authorities, release: release, pod: number,
      keys: keys, clock: clock, now: now)
    workstation.takeUp(settings: contents.workstation.settings)
  }

  /// The machines with what they have; those appliances that are `standing` have it already.
  init(
    _ description: Description, contents: WorldContents, authorities: LabAuthorities,
    release: Release, pod: Int, keys: any KeySource, standing: [Appliance] = [],
    clock: @escaping @Sendable () -> Int64, now: @escaping @Sendable () -> UnixTime
  ) throws(WorldError) {
    self.pod = pod
    self.keys = keys
    self.now = now
    self.authorities = authorities
    self.release = release
    let accounts = contents.accounts
    accountList = Mutex(accounts)
    let journal = Journal(pod: pod, clock: clock, labClock: { Int64(now()) })
    self.journal = journal
    var appliances: [String: Appliance] = [:]
    var names: [String: Appliance] = [:]
    for (host, entry) in description.appliances.sorted(by: { $0.key < $1.key }) {
      let appliance: Appliance
      if let own = standing.first(where: { $0.name == host }) {
        appliance = own
      } else {
        appliance = Appliance(
          hostname: host, release: release, keys: keys, accounts: accounts,
          journal: journal, now: now)
        appliance.keepLog(after: contents.past)
        if let kept = contents.appliances[host] {
          try appliance.store(kept.files)
          appliance.takeUp(settings: kept.settings)
        }
      }
      appliances[host] = appliance
      for name in entry.names { names[name.lowercased()] = appliance }
    }
    self.appliances = appliances
    let authority = try authorities.authority(now: now)
    authority.takeUp(contents.requests)
    self.authority = authority
    applianceNames = description.appliances.mapValues(\.names)
    holders = description.identities.mapValues {
      CertificateHolder(commonName: $0.cn, names: $0.san ?? [])
    }
    let addresses = LabAddresses(description, authority: authority.config)
    for (host, address) in addresses.appliances where names[address] == nil {
      names[address] = appliances[host]
    }
    webServer = WebServer(description.webServer, files: contents.webServer)
    workstation = try Self.workstation(
      description.workstation, files: contents.workstation.files,
      network: LabNetwork(
        appliances: names, authority: authority, webServer: webServer,
        machines: addresses.machines),
      accounts: accounts, journal: journal, now: now)
    hostNames = Set(names.keys)
  }

  /// PuTTY and ssh have seen every appliance before.
  private func knowHosts() {
    workstation.cacheHostKeys(of: hostNames)
    workstation.know(hostNames)
  }

  /// Has all who may log in to its appliances and PC1 do so with another password from now on. Whoever
  /// is there stays.
  package func set(password: String) {
    accountList.withLock { $0 = $0.map { $0.with(password: password) } }
    for appliance in appliances.values { appliance.set(password: password) }
    workstation.set(password: password)
  }

  /// The appliance of that host name; nil if there is none.
  public func appliance(named host: String) -> Appliance? { appliances[host] }

  private static func workstation(
    _ description: Description.WorkstationDescription, files: [WorldContents.File],
    network: LabNetwork, accounts: [Account], journal: Journal,
    now: @escaping @Sendable () -> UnixTime
  ) throws(WorldError) -> Workstation {
    let folder = try description.path
    let workstation = Workstation(
      home: description.home, folder: folder, network: network, programs: Program.lab,
      address: description.address, accounts: accounts.forWorkstation, journal: journal, now: now)
    for file in files { try workstation.drive.put(file) }
    return workstation
  }
}

extension Description.WorkstationDescription {
  /// The user's folder.
  var home: WindowsPath { WindowsPath(["Users", user]) }

  /// The folder its window opens in.
  var path: WindowsPath {
    get throws(WorldError) {
      guard let path = home.resolving(folder) else {
        throw WorldError(at: origin, "\(folder) is no folder of drive C")
      }
      return path
    }
  }
}

extension Drive {
  /// Puts a file or folder there before anybody comes, with the folders it lies in.
  fileprivate func put(_ file: WorldContents.File) throws(WorldError) {
    guard let path = WindowsPath.root.resolving(file.name) else {
      throw WorldError(at: file.origin, "\(file.name) is no place on drive C")
    }
    do throws(DriveFault) {
      try put(file.contents, at: path, modified: file.modified)
    } catch {
      // By its description a file is called by its name.
      throw file.contents == nil
        ? WorldError(at: file.origin, "\(path) cannot be made: \(error)")
        : WorldError(at: file.origin, "\(path.name) cannot be stored: \(error)")
    }
  }
}

extension Appliance {
  /// Stores the files it has before the trainee arrives.
  fileprivate func store(_ files: [WorldContents.File]) throws(WorldError) {
    let stored = files.map {
      FileStore.File(
        name: $0.name, contents: $0.contents ?? [], modified: $0.modified, mode: $0.mode)
    }
    if (try? store(stored)) != nil { return }
    // Which of them it is.
    for (file, described) in zip(stored, files) {
      do throws(StoreRefusal) {
        try store([file])
      } catch {
        throw WorldError(
          at: described.origin, "\(file.name) cannot be stored on \(name): \(error)")
      }
    }
  }
}

extension WebServer {
  fileprivate init(
    _ description: Description.WebServerDescription, files: [WorldContents.File]
  ) {
    self.init(
      names: Set(description.names.map { $0.lowercased() }), address: description.address,
      files: Dictionary(
        files.map { ($0.name, $0.contents ?? []) }, uniquingKeysWith: { $1 }))
  }
}

extension [Account] {
  /// Whoever may log in to PC1 over the network: the appliances' `admin`, or who else is one.
  var forWorkstation: [Account] {
    first { $0.name == "admin" && $0.role == .admin }.map { [$0] } ?? filter { $0.role == .admin }
  }
}
