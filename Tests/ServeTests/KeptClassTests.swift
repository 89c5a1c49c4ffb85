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
    _ = lab.server.end()
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
    #expect(try Patience.sees { try events(of: 2).contains("pki csr one CN:a.b") })
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
      _ = lab.server.end()
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

  @Test("the world of a lab is refused with what to do, and stays one")
  func world() throws {
    #expect(try Program.run("lab", "--world", state, "-c", "echo hi> note.txt").status == 0)
    let result = try Program.run("serve", "--state", state, "--pods", "2", "--port", "0")
    #expect(result.status == 66 && result.output == "")
    #expect(
      result.errors.contains("is the world of a lab, which mmp lab --world \(state) takes up"))
    #expect(try Program.run("lab", "--world", state, "-c", "type note.txt").output == "hi\r\n")
  }

  @Test("a first start that fails leaves no file, and nothing in an empty one")
  func failedStart() throws {
    try home.write("bad.csv", "pod,id\n1,a\n1,b\n")
    try home.write("odd.yaml", "purpose: x\nworld: {appliances: 7}\n")
    let other = try ServedLab(home: home)
    let failing = [
      (["--port", "\(other.port)"], 75), (["--passwords", "\(home.path)/none"], 66),
      (["--roster", "\(home.path)/bad.csv"], 66), (["--port", "65535"], 66),
      (["--scenario", "\(home.path)/odd.yaml"], 66), (["--ready", "\(home.path)/no/file"], 73),
    ]
    for isEmpty in [false, true] {
      if isEmpty { try home.write("class.mmp", "") }
      for (options, status) in failing {
        // What is given last counts.
        let options =
          ["serve", "--state", state, "--pods", "2", "--port", "0"]
          + (options[0] == "--scenario" ? [] : ["--scenario", "expired"]) + options
        let result = try HostProgram.run(
          "/usr/bin/timeout", ["\(Patience.seconds)", Program.path] + options)
        #expect(result.status == status, "\(options) \(result.errors)")
        #expect(home.has("class.mmp") == isEmpty && !home.has("class.mmp-wal"), "\(options)")
      }
    }
    #expect(other.stop() == 0)
    let lab = try serve("--pods", "1")
    #expect(lab.rows.count == 4)
    #expect(lab.stop() == 0)
    // Nor does one settle anything in a class that is there.
    let failed = try Program.run(
      "serve", "--state", state, "--pods", "3", "--port", "0", "--roster", "\(home.path)/bad.csv")
    #expect(failed.status == 66)
    #expect(try serve().rows.count == 4)
  }

  @Test("whoever looks or starts just after kill -9 finds the class")
  func afterKill() throws {
    for _ in 0..<4 {
      let lab = try serve("--pods", "1")
      let result = try lab.run(
        "/bin/sh",
        [
          "-c",
          "pkill -KILL -f -- '[-]-state \(state)'; exec '\(Program.path)' class status --state class.mmp",
        ])
      #expect(result.status == 0 && result.output.hasPrefix("pod  name"), "\(result.errors)")
      _ = lab.server.end()
    }
    // As from a process whose memory is still being given back.
    let held = try Server(
      "/usr/bin/flock", [state, "/bin/sh", "-c", "echo held; sleep 0.5"],
      errors: "\(home.path)/flock.err", environment: [:], folder: home.path)
    #expect(held.read { $0.contains("held") } == "held\n")
    let lab = try serve()
    #expect(lab.rows.count == 4)
    #expect(try lab.run(Program.path, ["class", "status", "--state", "class.mmp"]).status == 0)
  }

  @Test("a port that a process has which is about to end is waited for")
  func dyingPort() throws {
    let port = FreePorts.first(of: 4)
    let script =
      "import socket, time; s = socket.create_server(('127.0.0.1', \(port + 1))); "
      + "print('held', flush=True); time.sleep(0.3)"
    let held = try Server(
      "/usr/bin/python3", ["-c", script], errors: "\(home.path)/held.err", environment: [:],
      folder: home.path)
    #expect(held.read { $0.contains("held") } == "held\n")
    let server = try ServedLab.start(["--port", "\(port)"], home: home)
    #expect(ServedLab.isWhole(server.read(until: ServedLab.isWhole)))
  }

  @Test("on a full disk a file can be deleted where what waits can be put into the state file")
  func fullDisk() throws {
    let lab = try serve()
    try home.write("up", String(repeating: "x", count: 90_000))
    // What is written again takes room beside the file, and none in it.
    let uploads = try lab.sftp("put up one", "put up two", "put up two", "put up two")
    #expect(uploads.status == 0)
    #expect(try Patience.sees { try events(of: 7).contains("two") })
    let size = try home.bytes("class.mmp-wal").count
    _ = try HostProgram.run(
      "/bin/sh",
      [
        "-c",
        "for p in $(pgrep -f -- '[-]-state \(state)'); do prlimit --pid $p --fsize=\(size); done",
      ])
    #expect(try lab.sftp("rm one").status == 0)
    #expect(try lab.sftp("put up three").status == 0)
    #expect(try lab.sftp("put up four", "put up five", "put up six").status != 0)
    try kill(lab)
    let list = try serve().sftp("ls -1").output
    #expect(list.contains("two") && !list.contains("one"))
  }

  @Test("an idle server writes nothing")
  func idle() throws {
    let lab = try serve()
    #expect(try lab.ssh("cms1a", "version").status == 0)
    func files() throws -> [UInt8] { try home.bytes("class.mmp-wal") + home.bytes("class.mmp") }
    // What is written behind is in the file at some time; from then on nothing is.
    #expect(try Patience.sees { try events(of: 7).contains("ended") })
    var before = try files()
    let isSettled = try Patience.sees {
      Thread.sleep(forTimeInterval: 1.5)
      defer { before = (try? files()) ?? [] }
      return try files() == before
    }
    Thread.sleep(forTimeInterval: 2.5)
    #expect(try isSettled && files() == before)
  }
}
