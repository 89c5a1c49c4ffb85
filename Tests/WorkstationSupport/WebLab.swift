import Appliance
package import Authority
import Console
package import PKI
import Synchronization
import TestSupport
package import Time
package import Workstation

/// PC1 with an authority and a web server, at a clock that stands in November 2026.
package final class WebLab {
  package static let now: UnixTime = 1_795_426_063
  package static let config = #"cmslab-ad.cms.lab\cms-CMSLAB-AD-CA"#
  package static let folder = WindowsPath(["Users", "admin", "Desktop", "Certificates"])

  package let workstation: Workstation
  package let seat: Seat
  package let authority: CertificateAuthority
  private let network: WebLabNetwork
  private let screen = TextScreen()
  private var session: Session?

  package init() throws {
    guard let key = try Self.fixture("ca.key").privateKey else { throw NoKey() }
    let names = DirectoryNames(config: Self.config)
    let root = try CertificateAuthority.root(
      named: CertificateAuthority.name(in: names), key: key, years: 10, now: Self.now)
    authority = CertificateAuthority(
      config: Self.config, certificate: root, key: key,
      templates: [
        CertificateTemplate(name: "ClientandServerAuthentication"),
        CertificateTemplate(name: "Kept", enrollers: []),
        // Its certificates would end before there were years.
        CertificateTemplate(name: "Ancient", validityDays: -1_000_000_000_000),
      ],
      accounts: [DomainAccount(name: #"CMS\cert"#, password: "c1sco123")], nextRequestID: 7,
      now: { Self.now })
    network = WebLabNetwork(authority)
    workstation = Workstation(
      home: WindowsPath(["Users", "admin"]), folder: Self.folder, network: network,
      programs: [], now: { Self.now })
    seat = workstation.seat()
    try? workstation.drive.createFolders(Self.folder)
  }

  /// Starts a program with words; what the screen shows.
  package func run(_ program: Program, _ words: [String], as name: String? = nil) -> String {
    let start = Program.Start(
      name: name ?? program.names[0], arguments: words, seat: seat, screen: screen)
    let session = Session(StartingMode { program.run(start) })
    self.session = session
    return session.type([""], on: screen)
  }

  /// Types a line at the question a program has raised.
  package func answer(_ line: String) -> String {
    session?.type([line], on: screen) ?? ""
  }

  /// The question on the screen; nil if there is none.
  package var question: String? { (session?.mode as? Question)?.prompt.text }

  package func write(_ bytes: [UInt8], to name: String) throws {
    try workstation.drive.write(bytes, to: Self.folder.appending(name))
  }

  package func file(_ name: String) -> [UInt8]? {
    workstation.drive.entry(at: Self.folder.appending(name))?.contents
  }

  package func serve(_ answer: WebAnswer, at path: String) {
    network.pages.withLock { $0[path] = answer }
  }

  package var lastPath: String? { network.lastPath.withLock { $0 } }

  package static func fixture(_ name: String) throws -> PKIFile {
    PKIFile(try Fixtures.pki.bytes(name))
  }
}

private struct NoKey: Error {}

/// A mode that runs its program with the first line and then stays silent.
private final class StartingMode: Mode {
  let prompt = Prompt(">")
  private let start: () -> Reply

  init(_ start: @escaping () -> Reply) { self.start = start }

  func receive(_ input: Input, on screen: any Screen) -> Reply { start() }
}

/// One authority; one web server at 10.0.224.140 and web.cms.lab, port 80.
private final class WebLabNetwork: Network {
  let authority: CertificateAuthority
  let pages = Mutex<[String: WebAnswer]>([:])
  let lastPath = Mutex<String?>(nil)

  init(_ authority: CertificateAuthority) { self.authority = authority }

  func appliance(at host: String) -> Reached<Appliance> { .unknownHost }

  func authority(at config: String) -> Reached<CertificateAuthority> {
    config.lowercased() == authority.config.lowercased() ? .reached(authority) : .unknownHost
  }

  func address(of host: String) -> String? { host == "web.cms.lab" ? "10.0.224.140" : nil }

  func get(host: String, port: Int, path: String) -> Reached<WebAnswer> {
    guard host == "10.0.224.140" || host == "web.cms.lab" else { return .unknownHost }
    guard port == 80 else { return .refused }
    lastPath.withLock { $0 = path }
    return .reached(
      pages.withLock { $0[path] }
        ?? WebAnswer(status: 404, reason: "Not Found", type: "text/html", body: Array("no".utf8)))
  }
}
