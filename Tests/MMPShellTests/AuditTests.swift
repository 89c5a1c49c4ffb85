import Appliance
import Console
import Journal
import Testing

@testable import MMPShell

@Suite("Audit lines")
struct AuditTests {
  private static let prefix = "2024-03-06T09:34:45.000 local0.info cms01 cli: "
  private let appliance = Appliance(hostname: "cms01", now: { 1_709_717_685 })

  init() { appliance.keepLog() }

  private func session(
    _ role: Role = .admin, from address: String = "10.140.249.233", port: UInt16 = 63_290
  ) -> Session {
    let account = Account(name: "\(role)", password: "secret", role: role)
    let source = Actor.Source.network(address: address, port: port)
    return Pass(account: account, source: source, machine: appliance).visit(.terminal).session()
  }

  private var lines: [String] {
    String(decoding: appliance.log, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test("the line of TAC 221776, but for the milliseconds")
  func verbatim() {
    session().receive(.line("callbridge av1 enable"), on: TextScreen())
    #expect(
      lines == [
        Self.prefix + "User admin from 10.140.249.233:63290 issued command "
          + "< callbridge av1 enable>: permission granted"
      ])
  }

  @Test("refused, unknown, incomplete, empty")
  func verdicts() {
    let session = session(.crypto, from: "2001:db8::1", port: 22)
    for line in ["hostname a b", "nothing", "pki csr", "", "  ", "  version \t", "exit"] {
      session.receive(.line(line), on: TextScreen())
    }
    let start = Self.prefix + "User crypto from 2001:db8::1:22 issued command < "
    #expect(
      lines == [
        start + "hostname a b>: permission denied", start + "nothing>: permission granted",
        start + "pki csr>: permission granted", start + "version>: permission granted",
        start + "exit>: permission granted",
      ])
  }

  @Test("a command cannot forge a line")
  func forgery() {
    session().receive(.line("x>: permission granted\n2024 \u{1B}[2J"), on: TextScreen())
    #expect(lines.count == 1)
    #expect(lines[0].hasSuffix(#"< x>: permission granted\x0A2024 \x1B[2J>: permission granted"#))
  }

  @Test("answers to questions are not logged, nor the console")
  func silence() throws {
    try appliance.store(try TestConsole.files())
    let session = session()
    session.receive(.line("pki unlock locked.key"), on: TextScreen())
    #expect(session.depth == 2)
    session.receive(.line("a password"), on: TextScreen())
    appliance.frontDoor.console().session().receive(.line("version"), on: TextScreen())
    #expect(lines.count == 1)
    #expect(!lines[0].contains("a password"))
  }

  @Test("what is done over SFTP is logged, and what is refused; a command's files are not")
  func files() throws {
    let source = Actor.Source.network(address: "192.0.2.7", port: 50_000)
    let account = Account(name: "carol", password: "", role: .crypto)
    let pass = Pass(account: account, source: source, machine: appliance)
    let visit = pass.visit(.sftp)
    let file = FileStore.File(name: "a.cer", contents: [1])
    try appliance.store([file], by: visit.presence)
    try appliance.store([file], by: visit.presence)
    try appliance.renameFile("a.cer", to: "b.cer", by: visit.presence)
    visit.presence.record(.fetched(file.note))
    #expect(try appliance.removeFile("b.cer", by: visit.presence))
    for isPermitted in [true, false] {
      visit.presence.record(
        .asked(Event.FileRequest(.setMode, file: "x\n", isPermitted: isPermitted)))
    }
    try appliance.store([file], by: pass.visit(.terminal).presence)
    visit.end()
    let start =
      Self.prefix.replacing("cli", with: "sftp")
      + "User carol from 192.0.2.7:50000 issued command < "
    let granted = ["put a.cer", "put a.cer", "mv a.cer b.cer", "get a.cer", "rm b.cer"]
    #expect(
      lines == granted.map { start + $0 + ">: permission granted" } + [
        start + #"chmod x\x0A>: permission granted"#, start + #"chmod x\x0A>: permission denied"#,
      ])
  }

  @Test("no user and nobody outside pushes out what another has left")
  func shares() throws {
    session().receive(.line("version"), on: TextScreen())
    let flood = session(.audit)
    for number in 0..<11_000 { flood.receive(.line("x\(number)"), on: TextScreen()) }
    let source = Actor.Source.network(address: "192.0.2.7", port: 50_000)
    for number in 0..<11_000 {
      _ = appliance.frontDoor.caller(from: source).offer(password: "no", of: "u\(number)")
    }
    let lines = lines
    #expect(lines[0].contains("< version>"))
    #expect(lines.count { $0.contains("User audit") } >= 4_000)
    #expect(lines.count { $0.contains("failed to log in") } >= 4_000)
  }

  @Test("whoever is not let in is logged, with the name that was given")
  func refused() {
    let caller = appliance.frontDoor.caller(from: .network(address: "192.0.2.7", port: 50_000))
    _ = caller.offer(password: "no", of: "carol\u{1B}")
    #expect(lines == [Self.prefix + #"User carol\x1B from 192.0.2.7:50000 failed to log in"#])
  }

  @Test("the name is the one in force, and long lines of marks are no burden")
  func details() {
    let session = session()
    session.receive(.line("hostname cms02"), on: TextScreen())
    session.receive(.line("e" + String(repeating: "\u{301}", count: 20_000)), on: TextScreen())
    session.receive(.line("reboot"), on: TextScreen())
    #expect(session.hasEnded)
    self.session().receive(.line("version"), on: TextScreen())
    #expect(lines.map { $0.contains(" cms02 cli: ") } == [false, false, false, true])
  }
}
