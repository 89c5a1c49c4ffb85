import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("docs/automation.md")
struct AutomationTests {
  @Test("OpenSSH in a shell script: to a checked certificate, and no further than an error")
  func shellScript() throws {
    let lab = try ServedLab()
    let workplace = try Workplace(beside: lab)
    let script = "bash certificate.sh web CN:a.lab subjectAltName:b.lab,c.lab"
    let made = try workplace.run(script)
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.hasSuffix("bundle\nweb.cer is in place\n"))
    #expect(
      try workplace.run("openssl x509 -in web.cer -noout -ext subjectAltName").output
        .contains("DNS:b.lab, DNS:c.lab\n"))
    let again = try workplace.run(script)
    #expect(again.status == 1 && again.errors == "web.key is there already\n")
    #expect(try workplace.run("scp -F ssh_config cms1a:web.csr copy").status == 0)
    #expect(try workplace.folder.read("copy") == workplace.folder.read("web.csr"))
    try workplace.follow("refused")
    #expect(lab.stop() == 0)
    #expect(try workplace.run(script).status == 255)
  }

  @Test("Paramiko: a channel for each command, files, and a session at the prompt")
  func paramiko() throws {
    let lab = try ServedLab()
    try Workplace(beside: lab).follow("paramiko")
  }

  @Test("netmiko: prompt, key, question")
  func netmiko() throws {
    let lab = try ServedLab()
    let workplace = try Workplace(beside: lab)
    let key = Fixtures.pki.path(of: "locked.key")
    #expect(try workplace.run("scp -F ssh_config '\(key)' cms1a:").status == 0)
    try workplace.follow("netmiko")
  }

  @Test("Ansible: four changes, then none; what the appliance refuses fails")
  func ansible() throws {
    let lab = try ServedLab()
    let workplace = try Workplace(beside: lab)
    let play = "ansible-playbook -i inventory.yml certificate.yml"
    let first = try workplace.run(play)
    #expect(first.output.contains(/ok=7 +changed=4 +unreachable=0 +failed=0/), "\(first.output)")
    #expect(first.status == 0)
    let second = try workplace.run(play)
    #expect(second.output.contains(/ok=3 +changed=0 +unreachable=0 +failed=0/))
    #expect(second.status == 0)
    let refused = try workplace.run("\(play) -e base=call-bridge")
    #expect(refused.output.contains("Invalid CSR name. Must be alphanumeric"))
    #expect(refused.output.contains(/changed=0 +unreachable=0 +failed=1/))
    #expect(refused.status == 2)
  }

  @Test("expect: a person's keys, and statuses of its own")
  func expectScript() throws {
    let lab = try ServedLab()
    try Workplace(beside: lab).follow("expect")
  }

  @Test("a server that starts and ends with the script")
  func ownServer() throws {
    for _ in 0..<5 {
      let workplace = try Workplace(port: FreePorts.first(of: 4))
      let result = try workplace.run("bash ci.sh")
      // Another test was faster.
      if result.errors.contains("Address already in use") { continue }
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.hasSuffix("\nweb.cer is in place\n"))
      // The server has gone.
      #expect(try workplace.run("ssh -n -F ssh_config cms1a version").status == 255)
      return
    }
    Issue.record("no free port")
  }

  @Test("without a network: answers only, folders of files, a status that tells")
  func commandLine() throws {
    let workplace = try Workplace()
    for session in ["commands", "folder", "strict"] { try workplace.follow(session) }
  }

  @Test("a session is recorded and replayed; a journal is read")
  func keeping() throws {
    let workplace = try Workplace()
    for session in ["record", "journal"] { try workplace.follow(session) }
  }

  @Test("every block of code is tried here")
  func blocks() throws {
    let page = try ManualPage("automation.md")
    #expect(
      page.blocks.compactMap(\.name) == [
        "ssh_config", "prepare.sh", "sign.sh", "certificate.sh", "refused", "request.py",
        "paramiko", "survey.py", "netmiko", "inventory.yml", "certificate.yml", "request.exp",
        "expect", "ci.sh", "commands", "folder", "check.sh", "strict", "record", "answers.py",
        "journal",
      ])
    #expect(page.blocks.allSatisfy { $0.name != nil })
  }
}
