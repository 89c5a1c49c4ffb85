import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("A class in a state file")
struct KeptClassTests {
  private let home: TemporaryFolder
  private var state: String { "\(home.path)/class.mmp" }

  init() throws { home = try TemporaryFolder() }

  private func serve(_ options: String..., pods: Int = 1) throws -> ServedLab {
    try ServedLab(["--state", state] + options, pods: pods, home: home)
  }

  /// Ends the server as a failing machine does.
  private func kill(_ lab: ServedLab) throws {
    // Its number is known to nobody: it was started by another program.
    _ = try HostProgram.run("/usr/bin/pkill", ["-KILL", "-f", "--", "--state \(state)"])
    _ = lab.server.end(seconds: 5)
  }

  /// What the file has of what happened in a pod.
  private func events(of pod: Int) throws -> String {
    try HostProgram.run(Program.path, ["class", "events", "\(pod)", "--state", state]).output
  }

  @Test("a class that is killed comes back with its keys, files, names and logs")
  func killed() throws {
    let first = try serve("--pods", "2", pods: 2)
    let made = try first.ssh("cms1a.pod2.cms.lab", "pki csr one CN:a.b")
    #expect(made.output.contains("Created key file one.key"))
    try home.write("upload.cer", "not much")
    #expect(try first.sftp("put upload.cer", to: "cms1a.pod2.cms.lab").status == 0)
    #expect(try first.ssh("cms1b.pod2.cms.lab", "hostname other").status == 0)
    // What was typed is written behind; all else is in the file by now.
    for _ in 0..<200 where try !events(of: 2).contains("pki csr one CN:a.b") { usleep(50_000) }
    try kill(first)

    // Without options: it is the same class.
    let second = try serve(pods: 2)
    #expect(second.rows.map(\.fingerprint) == first.rows.map(\.fingerprint))
    #expect(second.rows.map(\.name) == first.rows.map(\.name))
    let list = try second.sftp("ls -1", "get upload.cer back.cer", to: "cms1a.pod2.cms.lab")
    #expect(list.output.contains("one.key") && list.output.contains("one.csr"))
    #expect(try home.read("back.cer") == "not much")
    #expect(try second.sftp("get log back.log", to: "cms1a.pod2.cms.lab").status == 0)
    #expect(try home.read("back.log").contains("pki csr one CN:a.b"))
    #expect(try second.ssh("cms1b.pod2.cms.lab", "reboot").status != 64)
    let other = try second.terminal(
      "/usr/bin/ssh", ["-F", "ssh_config", "cms1b.pod2.cms.lab"])
    _ = other.expect("password: ")
    other.type("c1sco123\r")
    #expect(other.expect("other> ") != nil)
    #expect(second.stop() == 0)
    // Nothing is left beside the file.
    #expect(!home.has("class.mmp-wal"))
    #expect(try home.mode("class.mmp") == 0o600)
  }

  @Test("a class that is killed again and again has every key and request that was answered")
  func killedAgain() throws {
    var answered: Set<String> = []
    for round in 0..<4 {
      let lab = try serve("--pods", "3", pods: 3)
      let pods = (1...3).map { "cms1a.pod\($0).cms.lab" }
      // What is killed must not be the shell that says so.
      let script =
        pods.map { pod in
          "(i=0; while [ $i -lt 30 ]; do i=$((i+1)); echo \"pki csr r\(round)x$i CN:a.b\"; done)"
            + " | ssh -F ssh_config \(pod) > out.\(pod) 2> err.\(pod) &\n"
        }.joined()
        + "sleep 1.\(2 + 2 * round); pkill -KILL -f -- '[-]-state \(state)'; wait\n"
      _ = try lab.run("/bin/sh", ["-c", script])
      _ = lab.server.end(seconds: 5)
      for pod in pods {
        let lines = try home.read("out.\(pod)").split(whereSeparator: \.isNewline)
        for line in lines where line.hasPrefix("Created key file ") {
          answered.insert("\(pod) \(line.split(separator: " ")[3])")
        }
      }
    }
    #expect(!answered.isEmpty)
    let lab = try serve(pods: 3)
    for pod in (1...3).map({ "cms1a.pod\($0).cms.lab" }) {
      let list = try lab.sftp("ls -1", to: pod).output
      let names = Set(list.split(whereSeparator: \.isNewline).map(String.init))
      for one in answered where one.hasPrefix(pod) {
        #expect(names.contains(String(one.dropFirst(pod.count + 1))))
      }
      for name in names where name.hasSuffix(".key") {
        #expect(names.contains(name.replacing(".key", with: ".csr")))
      }
    }
  }

  @Test("another scenario or release is refused; so is a file that is in use")
  func refused() throws {
    let first = try serve("--release", "3.2")
    let inUse = try Program.run("serve", "--state", state, "--port", "\(first.port)")
    #expect(inUse.status == 75 && inUse.errors.contains("in use"))
    #expect(first.stop() == 0)
    let other = try Program.run(
      "serve", "--state", state, "--release", "2.9", "--port", "\(first.port)")
    #expect(other.status == 64 && other.errors.contains("was begun with --release 3.2"))
    let scenario = try Program.run(
      "serve", "--state", state, "--scenario", "expired", "--port", "\(first.port)")
    #expect(scenario.status == 64 && scenario.errors.contains("without a scenario"))
  }

  @Test("an idle server writes nothing")
  func idle() throws {
    let lab = try serve()
    #expect(try lab.ssh("cms1a", "version").status == 0)
    Thread.sleep(forTimeInterval: 1.5)
    let before = try home.bytes("class.mmp-wal") + home.bytes("class.mmp")
    Thread.sleep(forTimeInterval: 1)
    #expect(try home.bytes("class.mmp-wal") + home.bytes("class.mmp") == before)
  }
}
