import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("mmp serve --journal")
struct ServeJournalTests {
  private let lab: ServedLab
  private let home: TemporaryFolder

  init() throws {
    home = try TemporaryFolder()
    lab = try ServedLab("--journal", "\(home.path)/journal", home: home)
  }

  /// All events once the server has ended, each as host, event and what it is about; visit by
  /// visit, as one may end a moment after the next has begun.
  private func events() throws -> [String] {
    #expect(lab.stop() == 0)
    let text = try home.read("journal")
    #expect(!text.contains("c1sco123") && !text.contains("wrong"))
    let events = try text.split(separator: "\n").map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
    }
    #expect(events.compactMap { $0["n"] as? Int } == Array(1...max(events.count, 1)))
    #expect(events.allSatisfy { ($0["source"] as? String)?.hasPrefix("127.0.0.1:") == true })
    let hosts = Set(events.compactMap { $0["host"] as? String }).sorted()
    let visits = hosts.flatMap { host in
      Dictionary(grouping: events.filter { $0["host"] as? String == host }) {
        $0["visit"] as? Int ?? 0
      }.sorted { $0.key < $1.key }.flatMap(\.value)
    }
    return visits.map { event in
      ["host", "event", "manner", "line", "file", "reason", "id"]
        .compactMap { event[$0] as? String }.joined(separator: " ")
    }
  }

  @Test("visits of ssh, sftp and psftp, with what was typed, said, stored and fetched, in order")
  func visits() throws {
    try home.write("a.cer", "a\n")
    #expect(try lab.ssh("cms1a", "hostname\nfrob").output == "cms1a\nUnknown command\n")
    #expect(try lab.sftp("put a.cer", "rename a.cer b.cer").status == 0)
    #expect(try lab.psftp("get b.cer", "rm b.cer").status == 0)
    #expect(try lab.ssh("cms1b", "pki inspect nothing.cer").status == 0)
    let events = try events()
    #expect(
      events.filter { !$0.contains(" said ") } == [
        "cms1a begun exec", "cms1a typed hostname", "cms1a typed frob", "cms1a ended exec",
        "cms1a begun sftp", "cms1a stored a.cer", "cms1a renamed b.cer", "cms1a ended sftp",
        "cms1a begun sftp", "cms1a fetched b.cer", "cms1a removed b.cer", "cms1a ended sftp",
        "cms1b begun exec", "cms1b typed pki inspect nothing.cer", "cms1b ended exec",
      ])
    let frob = try #require(events.firstIndex(of: "cms1a typed frob"))
    #expect(events[frob + 1].hasPrefix("cms1a said "))
    #expect(events[frob + 2] == "cms1a ended exec")
  }

  @Test("a login that is refused is in the journal and in the appliance's log")
  func refused() throws {
    let options = ["-o", "NumberOfPasswordPrompts=1", "-o", "PreferredAuthentications=password"]
    let result = try lab.ssh(
      options[0], options[1], options[2], options[3], "mallory@cms1a", "ls",
      password: "wrong")
    #expect(result.status == 255)
    #expect(try lab.sftp("get log").status == 0)
    let log = try home.read("log")
    #expect(log.contains("mallory") && log.contains("127.0.0.1") && !log.contains("wrong"))
    let events = try events()
    #expect(
      events == [
        "cms1a refused password", "cms1a begun sftp", "cms1a fetched log", "cms1a ended sftp",
      ])
  }

  @Test("a name or password with a zero byte is refused, whatever stands in front of it")
  func zeros() throws {
    let result = try lab.python("zeros.py")
    #expect(result.errors == "" && result.status == 0)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 10)
    for line in lines {
      #expect(line.hasSuffix(line.contains("x00") ? " refused" : " let in"), "\(line)")
    }
    #expect(try events() == Array(repeating: "cms1a refused password", count: 8))
  }

  @Test("a command given to plink that asks takes the client's input as the answer")
  func question() throws {
    #expect(try lab.sftp("put \(Fixtures.pki.path(of: "locked.key"))").status == 0)
    let result = try lab.run(
      "/usr/bin/plink",
      ["-batch"] + lab.puttyOptions + ["admin@127.0.0.1", "pki unlock locked.key"],
      input: "c1sco123\n")
    #expect(result.output == "Please enter password: \nUnlocked key file locked.key\n")
    #expect(result.status == 0)
    #expect(try events().contains("cms1a replaced locked.key"))
  }

  @Test("a reboot in one session ends another, and the appliance is there again")
  func reboot() throws {
    let other = try lab.terminal("/usr/bin/ssh", ["-F", "ssh_config", "cms1a"])
    #expect(other.expect("password: ") != nil)
    other.type("c1sco123\r")
    #expect(other.expect("cms1a> ") != nil)
    _ = try lab.ssh("cms1b", "reboot")
    other.type("version\r")
    #expect(other.expect("2.9.0\r\ncms1a> ") != nil)
    _ = try lab.ssh("cms1a", "reboot")
    let (_, status) = other.endAndScreen()
    #expect(status == 255)
    #expect(try lab.ssh("cms1a", "hostname").output == "cms1a\n")
    let events = try events()
    #expect(events.count { $0 == "cms1a rebooted" } == 1)
    #expect(events.contains("cms1a ended terminal"))
  }
}
