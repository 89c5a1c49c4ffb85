import Appliance
import Console
import Lab
import Ledger
import MMPShell
import Testing
import Tutor

@Suite struct WhyLedgerTests {
  private static let errors = Ledger.labMessages.filter { $0.advice != nil }

  @Test("every error gets cause, remedy and a command, and a value cannot obey the terminal")
  func all() throws {
    let window = try WhyCase()
    for message in Self.errors {
      for value in ["cms1a.cer", "\u{1B}[2J\u{7}", String(repeating: "x{", count: 8_192), ""] {
        let host = message.product == "MMP" ? "cms1a" : "pc1"
        let incident = Incident(
          message, values: message.names.map { ($0, value) }, line: "pki inspect \(value)",
          host: host, time: WhyCase.now)
        let lines = Why.lines(for: incident, in: window.world)
        #expect(lines.contains { $0.hasPrefix("Cause: ") }, "\(message.id)")
        #expect(lines.contains { $0.hasPrefix("Remedy: ") }, "\(message.id)")
        #expect(
          !lines.joined().unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F },
          "\(message.id)")
        #expect(lines.allSatisfy { $0.utf8.count < 4_000 }, "\(message.id)")
        if value == "cms1a.cer" {
          #expect(lines.contains { $0.hasPrefix("Try: ") }, "\(message.id)")
        }
      }
    }
  }

  @Test("a command to try is one of its window")
  func trials() throws {
    let console = try WhyCase()
    let desk = try WhyCase(at: "pc1")
    let files = try WhyCase(at: "pc1")
    files.type("psftp admin@cms1a.pod7.cms.lab", "c1sco123")
    for message in Self.errors {
      let host = message.product == "MMP" ? "cms1a" : "pc1"
      let line =
        message.product == "MMP" ? "pki inspect cms1a.cer" : "psftp admin@cms1a.pod7.cms.lab"
      let incident = Incident(
        message, values: message.names.map { ($0, "cms1a.cer") }, line: line, host: host,
        time: WhyCase.now)
      let trial = Why.lines(for: incident, in: console.world).last { $0.hasPrefix("Try: ") }
      guard let trial else { continue }
      let window =
        switch incident.window {
        case .appliance: console
        case .commands: desk
        case .psftp: files
        }
      // Away from the window these would lead.
      let command = String(trial.dropFirst("Try: ".count))
      if ["psftp ", "ssh ", "close", "open "].contains(where: command.hasPrefix) { continue }
      let shown = window.type(command)
      if command == "pki unlock cms1a.cer" { window.type("") }
      for wrong in ["Unknown command", "not recognized", "unknown command", "Too many arguments"] {
        #expect(!shown.contains(wrong), "\(message.id): \(command): \(shown)")
      }
    }
  }

  @Test("an error that another window met is told with machine and time")
  func pod() throws {
    let window = try WhyCase()
    let pod = PodErrors(of: window.world)
    let other = window.world.appliances["cms1b"]?.frontDoor.console().session()
    other?.receive(.line("pki inspect nothing.cer"), on: TextScreen())
    let lines = Why.lines(window: window.errors, pod: pod, in: window.world, at: "cms1a")
    #expect(
      lines.first
        == "None in this window. The last one of the pod, on cms1b at 2026-11-23 09:00:00:")
    #expect(lines.contains { $0.hasPrefix("pki inspect nothing.cer: File nothing.cer not found") })
    #expect(lines.contains { $0.hasPrefix("Try on cms1b: ") })
    #expect(pod.last?.event != nil)
  }
}
