import Appliance
import Console
import Journal
import Testing

@testable import MMPShell

@Suite("Roles")
struct RoleTests {
  private func shell(_ role: Role) -> Shell {
    let account = Account(name: "carol", password: "", role: role)
    let appliance = Appliance(hostname: "cms1a", now: { 0 })
    return Shell(
      for: Pass(account: account, source: .console, machine: appliance).visit(.terminal))
  }

  private func answer(_ line: String, as role: Role) -> String {
    let reply = shell(role).receive(.line(line), on: TextScreen())
    return String(decoding: reply.parts.flatMap(\.bytes), as: UTF8.self)
  }

  @Test(
    "what is open to whom",
    arguments: [
      ("hostname", [Role.admin]), ("reboot", [.admin]), ("pki list", [.admin, .crypto]),
      ("version", [.admin, .crypto]), ("date", [.admin, .crypto]),
      ("help", [.admin, .crypto, .audit]), ("exit", [.admin, .crypto, .audit]),
    ])
  func commands(line: String, roles: [Role]) {
    for role in Role.allCases {
      #expect((answer(line, as: role) != "Permission denied\n") == roles.contains(role), "\(role)")
    }
  }

  @Test("permission comes before arguments, unknown commands before permission")
  func order() {
    #expect(answer("hostname a b c", as: .crypto) == "Permission denied\n")
    #expect(answer("pki inspect \"", as: .audit) == "Permission denied\n")
    #expect(answer("pki nothing", as: .audit) == "Permission denied\n")
    #expect(answer("nothing", as: .audit) == "Unknown command\n")
  }

  @Test("help and Tab know what the role may do")
  func help() {
    #expect(answer("help", as: .audit).split(separator: "\n").count == 2)
    #expect(answer("help pki", as: .audit) == "Unknown command\n")
    #expect(answer("help hostname", as: .crypto) == "Unknown command\n")
    #expect(shell(.crypto).completion(of: "host") == "")
    #expect(shell(.crypto).completion(of: "pki l") == "ist")
    #expect(shell(.audit).completion(of: "pki l") == "")
    #expect(shell(.admin).completion(of: "host") == "name")
  }
}
