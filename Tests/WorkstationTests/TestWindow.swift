import Appliance
import Authority
import Console
import TestSupport

@testable import Workstation

/// A command window in `Desktop\Certificates`, on the second of May 2023, 12:11 UTC.
final class TestWindow {
  static let folder = WindowsPath(["Users", "admin", "Desktop", "Certificates"])
  static let path = #"C:\Users\admin\Desktop\Certificates"#

  let workstation: Workstation
  let seat: Seat
  let window: CommandWindow
  let session: Session
  private let screen = TextScreen()

  init(programs: [Program] = [], files: [String: String] = [:]) throws {
    workstation = Workstation(
      home: WindowsPath(["Users", "admin"]), folder: Self.folder, network: NoNetwork(),
      programs: programs, now: { 1_683_029_460 })
    seat = workstation.seat()
    window = CommandWindow(at: seat)
    session = Session(window)
    try workstation.drive.createFolders(Self.folder)
    for (name, contents) in files { try write(contents, to: name) }
  }

  func write(_ contents: String, to name: String) throws {
    try workstation.drive.write(Array(contents.utf8), to: Self.folder.appending(name))
  }

  func bytes(_ name: String) -> [UInt8]? {
    seat.folder.resolving(name).flatMap { workstation.drive.entry(at: $0)?.contents }
  }

  func text(_ name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  func names(in folder: WindowsPath = TestWindow.folder) -> [String] {
    ((try? workstation.drive.list(folder)) ?? []).map(\.name)
  }

  /// Types lines; what the screen shows besides prompts and the lines themselves.
  @discardableResult
  func type(_ lines: String...) -> String {
    session.type(lines, on: screen)
  }

  /// Types lines; all that the screen shows.
  func show(_ lines: String...) -> String {
    for line in lines {
      screen.show(Array(session.prompt.text.utf8))
      if session.prompt.echoes { screen.show(Array(line.utf8)) }
      screen.show([0x0A])
      session.receive(.line(line), on: screen)
    }
    screen.show(Array(session.prompt.text.utf8))
    return screen.text()
  }
}

private final class NoNetwork: Network {
  func appliance(at host: String) -> Reached<Appliance> { .unknownHost }
  func authority(at config: String) -> Reached<CertificateAuthority> { .unknownHost }
  func get(host: String, port: Int, path: String) -> Reached<WebAnswer> { .unknownHost }
}
