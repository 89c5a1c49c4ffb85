import Appliance
import Authority
import Console
import TestSupport
import Time
import Workstation

@testable import PuTTY

/// PC1 with a network of appliances, and a way to see what a terminal or a pipe would show.
final class PSFTPBench {
  let appliance: Appliance
  let workstation: Workstation
  let seat: Seat
  /// In the words of this bench, see ``PSFTPLines``.
  private let psftp: Program
  private(set) var session: Session?

  /// `cached` says whether PuTTY knows the host; times are 23 November 2026, 09:30.
  init(
    remote: [String] = [], local: [String] = [], cached: Bool = true, quota: Quota = Quota(),
    lines: PSFTPLines = .psftp
  ) throws {
    let now: UnixTime = 1_795_426_200
    psftp = Program.psftp(saying: lines)
    appliance = Appliance(
      hostname: "cms1a", quota: quota, hostKey: HostKey(digest: Self.digest), now: { now })
    try appliance.store(remote.map { FileStore.File(name: $0, contents: Array("\($0)\n".utf8)) })
    let folder = WindowsPath(["Users", "admin", "Desktop", "Certificates"])
    workstation = Workstation(
      home: WindowsPath(["Users", "admin"]), folder: folder, network: PSFTPNetwork(appliance),
      programs: [.plink, psftp, .ssh], now: { now })
    seat = workstation.seat()
    if cached {
      workstation.cacheHostKeys(of: ["cms1a.pod7.cms.lab"])
      workstation.know(["cms1a.pod7.cms.lab"])
    }
    try workstation.drive.createFolders(folder)
    for name in local { try write(name, "\(name)\n") }
  }

  /// The digest of the captures' key.
  private static let digest: [UInt8] = [
    0xA7, 0x1C, 0xA4, 0xDC, 0xD7, 0xCB, 0x62, 0xDC, 0x0F, 0xCE, 0x06, 0x11, 0x51, 0x05, 0x5B, 0x12,
  ]

  func write(_ name: String, _ text: String) throws {
    try workstation.drive.write(Array(text.utf8), to: workstation.folder.appending(name))
  }

  func read(_ name: String) -> String? {
    guard let bytes = try? workstation.drive.read(workstation.folder.appending(name)) else {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What a screen shows: prompts, what is typed at them, answers. The prompt that waits in the end
  /// is there too.
  func type(
    _ arguments: [String], _ lines: [String], in program: Program? = nil
  ) -> String {
    var text = start(program ?? psftp, arguments)
    for line in lines {
      guard let session, !session.hasEnded else { return text + "[not read: \(line)]" }
      text += session.prompt.text + (session.prompt.echoes ? line : "") + "\n"
      text += show { session.receive(.line(line), on: $0) }
    }
    return text + (session?.prompt.text ?? "")
  }

  /// What a program behind a pipe shows, to the end of its input.
  func pipe(
    _ arguments: [String], _ lines: [String], in program: Program? = nil
  ) -> String {
    var text = start(program ?? psftp, arguments)
    for line in lines {
      guard let session, !session.hasEnded else { break }
      text += session.prompt.text + (session.prompt.echoes ? "" : "\n")
      text += show { session.receive(.line(line), on: $0) }
    }
    while let session, !session.hasEnded {
      text += session.prompt.text + show { session.receive(.end, on: $0) }
    }
    return text
  }

  private func start(_ program: Program, _ arguments: [String]) -> String {
    let screen = TextScreen()
    let reply = program.run(
      Program.Start(
        name: "psftp", arguments: arguments, seat: seat, screen: screen))
    for part in reply.parts { screen.show(part) }
    session = if case .push(let visitor) = reply.next { Session(visitor) } else { nil }
    session?.start(on: screen)
    return screen.text()
  }

  private func show(_ action: (any Screen) -> Void) -> String {
    let screen = TextScreen()
    action(screen)
    return screen.text()
  }
}

/// `cms1a.pod7.cms.lab` has an appliance, `pc2.cms.lab` nothing at port 22.
private final class PSFTPNetwork: Network {
  private let appliance: Appliance

  init(_ appliance: Appliance) { self.appliance = appliance }

  func appliance(at host: String) -> Reached<Appliance> {
    switch host {
    case "cms1a.pod7.cms.lab": .reached(appliance)
    case "pc2.cms.lab": .refused
    default: .unknownHost
    }
  }

  func authority(at config: String) -> Reached<CertificateAuthority> { .unknownHost }
  func get(host: String, port: Int, path: String) -> Reached<WebAnswer> { .unknownHost }
}
