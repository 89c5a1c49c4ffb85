import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("mmp serve tells other programs where it is")
struct ReadyTests {
  /// What `--ready` writes.
  struct Note: Decodable {
    struct Pod: Decodable {
      let pod: Int
      let hosts: [Host]
    }
    struct Host: Decodable {
      let name: String
      let port: Int
      let user: String
      let fingerprints: [String]
    }
    let pods: [Pod]
  }

  private func note(_ text: String) throws -> Note {
    try JSONDecoder().decode(Note.self, from: Data(text.utf8))
  }

  @Test("--port 0 --ready -: the system's ports, as JSON and nothing else")
  func output() throws {
    let home = try TemporaryFolder()
    let server = try ServedLab.start(
      ["--port", "0", "--pods", "2", "--ready", "-"], home: home)
    let note = try note(server.read { $0.hasSuffix("\n") })
    #expect(note.pods.map(\.pod) == [1, 2])
    let hosts = note.pods.flatMap(\.hosts)
    #expect(hosts.map(\.name).prefix(3) == ["cms1a", "cms1b", "cms1c"])
    #expect(hosts.allSatisfy { $0.user == "admin" && $0.port > 1023 })
    #expect(Set(hosts.map(\.port)).count == hosts.count)
    #expect(Set(hosts.flatMap(\.fingerprints)).count == hosts.count)
    for host in hosts {
      let scan = try HostProgram.run(
        "/bin/sh",
        ["-c", "ssh-keyscan -T 10 -t ed25519 -p \(host.port) 127.0.0.1 | ssh-keygen -lf -"])
      #expect(scan.output.contains(host.fingerprints[0]))
    }
    server.signal(SIGTERM)
    #expect(server.end() == 0)
    #expect(server.read { _ in false } == "")
  }

  @Test("--ready with a file: whole at once, beside the table, with the kept key of all")
  func file() throws {
    let home = try TemporaryFolder()
    let first = try ServedLab("--host-keys", "keys", home: home)
    let shared = first.sharedFingerprint
    #expect(first.stop() == 0)
    try home.write("ready", "of an earlier start")
    let lab = try ServedLab("--host-keys", "keys", "--ready", "ready", home: home)
    // The key's line comes after the file.
    #expect(lab.sharedFingerprint == shared)
    let hosts = try note(home.read("ready")).pods.flatMap(\.hosts)
    #expect(hosts.map(\.port).prefix(3) == ArraySlice(lab.rows.map(\.port).prefix(3)))
    #expect(
      hosts.prefix(3).map(\.fingerprints) == lab.rows.prefix(3).map { [$0.fingerprint, shared] })
  }

  @Test("--port 0: the table has the ports that are open")
  func table() throws {
    let home = try TemporaryFolder()
    let server = try ServedLab.start(["--port", "0"], home: home)
    let table = server.read(until: ServedLab.isWhole)
    let port = try #require(table.firstMatch(of: /\nssh -p (\d+) admin@127\.0\.0\.1/)?.1)
    #expect(port != "0" && table.contains("  cms1a  \(port)  admin  SHA256:"))
    let scan = try HostProgram.run(
      "/usr/bin/ssh-keyscan", ["-T", "10", "-p", "\(port)", "127.0.0.1"])
    #expect(scan.output.contains(" ssh-ed25519 "))
  }

  @Test("a place that cannot be written is said before anything is served")
  func unwritable() throws {
    let result = try HostProgram.run(
      "/usr/bin/timeout",
      ["\(Patience.seconds)", Program.path, "serve", "--port", "0", "--ready", "/no/such/file"])
    #expect(result.errors == "mmp: cannot write /no/such/file\n")
    #expect(result.output == "" && result.status == 73)
    let home = try TemporaryFolder()
    try home.write("ready", "of an earlier start")
    let taken = try HostProgram.run(
      "/usr/bin/timeout",
      [
        "\(Patience.seconds)", Program.path, "serve", "--port", "1", "--listen", "192.0.2.1",
        "--ready", "ready",
      ],
      folder: home.path)
    #expect(taken.status == 66 && !home.has("ready"))
    let full = try HostProgram.run(
      "/bin/sh",
      [
        "-c",
        "exec timeout \(Patience.seconds) \(Program.path) serve --port 0 --ready - > /dev/full",
      ])
    #expect(full.status == 74 && full.errors.contains("cannot write standard output"))
  }

  @Test("SIGHUP ends nothing")
  func hangUp() throws {
    let lab = try ServedLab()
    lab.server.signal(SIGHUP)
    lab.server.signal(SIGHUP)
    #expect(try lab.ssh("cms1a", "hostname").output == "cms1a\n")
    #expect(lab.stop() == 0)
  }
}
