import Foundation
import Glibc
import ProgramSupport
import TestSupport
import Testing

@Suite("Worlds that last")
struct KeptWorldTests {
  private let folder: TemporaryFolder
  private var world: String { "\(folder.path)/lab.mmp" }

  init() throws { folder = try TemporaryFolder() }

  @Test("PC1 and an appliance keep what was done, from one start to the next")
  func kept() throws {
    #expect(try Program.run("lab", "--world", world, "-c", "echo hello> note.txt").status == 0)
    let made = try Program.run("console", "--world", world, "-c", "pki csr one CN:a.b")
    #expect(made.output.contains("Created key file one.key"))
    #expect(try folder.mode("lab.mmp") == 0o600)
    #expect(try Program.run("lab", "--world", world, "-c", "type note.txt").output == "hello\r\n")
    let list = try Program.run("console", "--world", world, "-c", "pki list")
    #expect(list.output.contains("one.key") && list.output.contains("one.csr"))
    let other = try Program.run("console", "--world", world, "--host", "cms1b", "-c", "pki list")
    #expect(other.output.contains("cms1b.cer"))
  }

  @Test("another release, scenario or clock is refused with what to do; --fresh takes it")
  func refused() throws {
    _ = try Program.run("lab", "--world", world, "--release", "2.9", "-c", "ver")
    let others = [
      (["--release", "3.2"], "--release"), (["--scenario", "expired"], "--scenario"),
      (["--clock", "2030-01-01"], "--clock"),
    ]
    for (options, option) in others {
      let result = try Program.run(["lab", "--world", world, "-c", "ver"] + options)
      #expect(result.status == 64)
      #expect(result.errors.contains("leave out \(option) to go on with it"))
      #expect(result.errors.contains(world))
    }
    #expect(try Program.run("console", "--world", world, "-c", "version").output == "2.9.0\n")
    let fresh = try Program.run(
      "console", "--world", world, "--fresh", "--release", "3.2", "-c", "version")
    #expect(fresh.output.hasPrefix("3.2"))
    let again = try Program.run("console", "--world", world, "-c", "version")
    #expect(again.output == fresh.output)
  }

  @Test("what is no world's file is refused and left alone")
  func foreign() throws {
    try folder.write("lab.mmp", "#!/bin/sh\necho this is some other program's\n")
    let before = try folder.bytes("lab.mmp")
    let result = try Program.run("lab", "--world", world, "-c", "ver")
    #expect(result.status == 66 && result.errors == "mmp: \(world) is no state file of mmp\n")
    #expect(try folder.bytes("lab.mmp") == before)
    let missing = try Program.run("lab", "--world", "\(folder.path)/no/lab.mmp", "-c", "ver")
    #expect(missing.status == 73 && missing.errors.contains("\(folder.path)/no/lab.mmp"))
  }

  @Test("at a terminal each scenario has a file of its own, for its user's eyes only")
  func ownFile() throws {
    let environment = ["TERM": "xterm", "HOME": folder.path, "ASAN_OPTIONS": "detect_leaks=0"]
    func window(_ arguments: String...) throws -> Terminal {
      try Terminal(
        Program.path, ["lab"] + arguments, environment: environment, folder: folder.path)
    }
    let first = try window()
    #expect(first.expect("Certificates>") != nil)
    first.type("echo hello> note.txt\n")
    #expect(first.expect("Certificates>") != nil)
    first.type("exit\n")
    #expect(first.expect("mmp lab takes it up again") != nil)
    #expect(first.end() == 0)
    #expect(try folder.mode(".local/state/mmp") == 0o700)
    #expect(try folder.mode(".local/state/mmp/page.mmp") == 0o600)
    let scenario = try window("--scenario", "expired")
    #expect(scenario.expect("Certificates>") != nil)
    let second = try window()
    #expect(second.expect("Certificates>") != nil)
    second.type("type note.txt\n")
    #expect(second.expect("\nhello") != nil)
    second.type(":tasks\n")
    #expect(second.expect("Certificates for three servers") != nil)
    second.type("exit\n")
    #expect(second.end() == 0)
    let third = try window("--fresh")
    #expect(third.expect("(y/N) ") != nil)
    third.type("n\n")
    #expect(third.end() == 1)
    let fourth = try window("--fresh")
    #expect(fourth.expect("(y/N) ") != nil)
    fourth.type("y\n")
    #expect(fourth.expect("Certificates>") != nil)
    fourth.type("type note.txt\n")
    #expect(fourth.expect("cannot find the file") != nil)
  }

  private func window(_ arguments: String...) throws -> Terminal {
    try Terminal(
      Program.path, ["lab"] + arguments,
      environment: ["TERM": "xterm", "HOME": folder.path, "ASAN_OPTIONS": "detect_leaks=0"],
      folder: folder.path)
  }

  @Test("the folder for worlds is its user's alone, also where it was there before")
  func ownFolder() throws {
    let states = "\(folder.path)/.local/state/mmp"
    try FileManager.default.createDirectory(
      atPath: states, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    let lab = try window()
    #expect(lab.expect("Certificates>") != nil)
    lab.type("exit\n")
    #expect(lab.end() == 0)
    #expect(try folder.mode(".local/state/mmp") == 0o700)
  }

  @Test("Ctrl-C at the question whether to begin anew ends at once, and nothing has changed")
  func interrupted() throws {
    _ = try Program.run("lab", "--world", world, "-c", "echo hello> note.txt")
    let fresh = try window("--world", world, "--fresh")
    #expect(fresh.expect("(y/N) ") != nil)
    fresh.type("\u{3}")
    #expect(fresh.expect("nothing was begun") != nil)
    #expect(fresh.end() == 130)
    #expect(try Program.run("lab", "--world", world, "-c", "type note.txt").output == "hello\r\n")
  }

  @Test("the line that says how to come back can be pasted, whatever the file is called")
  func comeBack() throws {
    for (name, word) in [
      ("my lab", "'my lab'"), ("ann's $HOME;x", "'ann'\\''s $HOME;x'"), ("a-b_1.mmp", "a-b_1.mmp"),
      ("-x", "./-x"), ("ä", "'ä'"),
    ] {
      let first = try window("--world=\(name)")
      #expect(first.expect("Certificates>") != nil)
      first.type("exit\n")
      #expect(first.expect("; mmp lab --world \(word) takes it up again") != nil)
      #expect(first.end() == 0)
    }
  }

  @Test("a scenario whose file has changed is refused with the file that has its world")
  func changedScenario() throws {
    try folder.write("own.yaml", "purpose: x\nworld: {pod: 3}\n")
    let first = try window("--scenario", "own.yaml")
    #expect(first.expect("Certificates>") != nil)
    first.type("echo hello> note.txt\nexit\n")
    #expect(first.expect("takes it up again") != nil)
    #expect(first.end() == 0)
    try folder.write("own.yaml", "purpose: x\nworld: {pod: 4}\n")
    let second = try window("--scenario", "own.yaml")
    let said = second.expect(" names it), begin anew with --fresh, or name another file") ?? ""
    #expect(said.contains("with another text of own"))
    #expect(second.end() == 64)
    let kept = try #require(said.firstMatch(of: /\(--world (\S+) names it/)?.1)
    let again = try Program.run("lab", "--world", String(kept), "-c", "type note.txt")
    #expect(again.output == "hello\r\n")
  }

  @Test("behind a pipe nothing is kept, and without a home neither, which is said")
  func memory() throws {
    let piped = try HostProgram.run(
      Program.path, ["lab"], input: Data("ver\n".utf8), environment: ["HOME": folder.path])
    #expect(piped.status == 0 && piped.errors.isEmpty && !folder.has(".local"))
    let terminal = try Terminal("lab")
    #expect(terminal.expect("there is no home folder") != nil)
    #expect(terminal.expect("Certificates>") != nil)
  }

  @Test("whoever is killed leaves a file that opens, with key and request both or neither")
  func killed() throws {
    _ = try Program.run("lab", "--world", world, "-c", "ver")
    for round in 0..<12 {
      let script = """
        (i=0; while [ $i -lt 40 ]; do i=$((i+1)); echo "pki csr r\(round)x$i CN:a.b"; done) \
        | exec '\(Program.path)' console --world '\(world)' > out.txt & p=$!; \
        sleep 0.\(30 + 7 * round); kill -9 $p; wait $p 2>/dev/null
        """
      _ = try HostProgram.run("/bin/bash", ["-c", script], folder: folder.path)
      let shown = try folder.read("out.txt").split(separator: "\n")
        .filter { $0.hasPrefix("Created key file ") }
        .compactMap { $0.split(separator: " ").dropFirst(3).first.map(String.init) }
      let list = try Program.run("console", "--world", world, "-c", "pki list")
      #expect(list.status == 0 && list.errors.isEmpty)
      let names = Set(list.output.split(separator: "\n").map(String.init))
      for name in shown { #expect(names.contains(name), "\(name) was answered in round \(round)") }
      for name in names where name.hasSuffix(".key") {
        #expect(names.contains(name.replacing(".key", with: ".csr")))
      }
    }
  }

  @Test("a disk that is full refuses what is new and keeps what is there")
  func fullDisk() throws {
    _ = try Program.run("console", "--world", world, "-c", "pki csr one CN:a.b")
    let size = try #require(
      try FileManager.default.attributesOfItem(atPath: world)[.size] as? Int)
    let command = """
      ulimit -f \(size / 1024 + 40); exec '\(Program.path)' lab --world '\(world)'
      """
    let lines = "echo x> a\nfor\n" + (0..<14).map { "copy big big\($0)\n" }.joined() + "dir\n"
    let big = String(repeating: "x", count: 6000)
    let result = try HostProgram.run(
      "/bin/bash", ["-c", command],
      input: Data(("echo \(big)> big\n" + lines).utf8), folder: folder.path)
    #expect(result.output.contains("not enough space"))
    let list = try Program.run("console", "--world", world, "-c", "pki list")
    #expect(list.status == 0 && list.output.contains("one.csr"))
    #expect(try Program.run("lab", "--world", world, "-c", "type big").output.contains(big))
  }
}
