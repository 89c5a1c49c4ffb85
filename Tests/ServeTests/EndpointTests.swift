import Foundation
import Glibc
import ProgramSupport
import TestSupport
import Testing

@Suite("mmp serve at its start and end")
struct EndpointTests {
  @Test("the table names ports, users and fingerprints as the clients see them")
  func table() throws {
    let lab = try ServedLab()
    #expect(lab.rows.map(\.name) == ["cms1a", "cms1b", "cms1c", "pc1"])
    #expect(lab.rows.map(\.port) == Array(lab.port..<lab.port + 4))
    #expect(Set(lab.rows.map(\.fingerprint)).count == 4)
    #expect(
      lab.table == """
        # name   pod  host   port   user   fingerprint
        # cms1a  7    cms1a  \(lab.port)  admin  \(lab.rows[0].fingerprint)
        # cms1b  7    cms1b  \(lab.port + 1)  admin  \(lab.rows[1].fingerprint)
        # cms1c  7    cms1c  \(lab.port + 2)  admin  \(lab.rows[2].fingerprint)
        # pc1    7    pc1    \(lab.port + 3)  admin  \(lab.rows[3].fingerprint)
        ssh -p \(lab.port) admin@127.0.0.1  # pod 7, cms1a
        ssh -p \(lab.port + 1) admin@127.0.0.1  # pod 7, cms1b
        ssh -p \(lab.port + 2) admin@127.0.0.1  # pod 7, cms1c
        ssh -p \(lab.port + 3) admin@127.0.0.1  # pod 7, pc1

        """)
    let seen = try lab.run("/usr/bin/ssh-keygen", ["-lf", "known_hosts"])
    #expect(
      seen.output
        == lab.rows.map { "256 \($0.fingerprint) [127.0.0.1]:\($0.port) (ED25519)\n" }.joined())
    #expect(try lab.errors == "")
  }

  @Test("the whole table can be pasted into a shell")
  func paste() throws {
    let lab = try ServedLab()
    try FileManager.default.createDirectory(
      atPath: "\(lab.home.path)/bin", withIntermediateDirectories: false)
    try lab.home.write(
      "bin/ssh", "#!/bin/sh\nexec /usr/bin/ssh -F '\(lab.home.path)/ssh_config' \"$@\" hostname\n")
    try lab.home.setMode(0o700, of: "bin/ssh")
    let result = try lab.run("/bin/sh", ["-c", lab.table])
    // PC1 has no such program, and says so as any program's failure.
    #expect(
      result.output.hasPrefix("cms1a\ncms1b\ncms1c\n'hostname' is not recognized as an internal"))
    #expect(result.errors == "" && result.status == 9009 & 0xFF)
  }

  @Test("--pods 2: two labs that know nothing of each other, with names of their own where needed")
  func pods() throws {
    let lab = try ServedLab("--pods", "2", pods: 2)
    #expect(lab.rows.map(\.port) == Array(lab.port..<lab.port + 8))
    let names = lab.rows.map(\.name)
    #expect(Set(names).count == 8)
    let hosts = ["cms1a", "cms1b", "cms1c", "pc1.p"]
    #expect(names.map { String($0.prefix(5)) } == hosts + hosts)
    #expect(try lab.ssh(names[0], "pki selfsigned first").status == 0)
    let list = "User supplied certificates and keys:\n"
    #expect(try lab.ssh(names[0], "pki list").output == list + "first.key\nfirst.crt\n")
    #expect(try lab.ssh(names[4], "pki list").output == list)
  }

  @Test("--host-keys: the same keys after a restart, readable by their owner only")
  func hostKeys() throws {
    let home = try TemporaryFolder()
    let first = try ServedLab("--host-keys", "keys", home: home)
    let shared = first.sharedFingerprint
    #expect(first.stop() == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(home.path)/keys").sorted()
    let hosts = ["cms1a", "cms1b", "cms1c", "pc1"]
    #expect(names == ["all_rsa"] + hosts.map { "\($0).pod7.cms.lab_ed25519" })
    let known = ["2048 \(shared) "] + first.rows.map { "256 \($0.fingerprint) " }
    for (name, start) in zip(names, known) {
      #expect(try home.mode("keys/\(name)") == 0o600)
      let file = try first.run("/usr/bin/ssh-keygen", ["-lf", "keys/\(name)"])
      #expect(file.output.hasPrefix(start))
    }
    let second = try ServedLab("--host-keys", "keys", home: home)
    #expect(second.rows.map(\.fingerprint) == first.rows.map(\.fingerprint))
    #expect(second.sharedFingerprint == shared)
  }

  @Test("--host-keys: what is there and is no key of its kind ends it")
  func noHostKey() throws {
    let home = try TemporaryFolder()
    let keys = "\(home.path)/keys"
    try FileManager.default.createDirectory(atPath: keys, withIntermediateDirectories: false)
    try home.write("keys/all_rsa", "no key\n")
    let result = try bounded(["--host-keys", keys])
    #expect(result.errors == "mmp: \(keys)/all_rsa holds no RSA host key\n")
    #expect(result.output == "" && result.status == 66)
  }

  @Test("it listens on this machine only, unless told otherwise")
  func loopback() throws {
    let lab = try ServedLab()
    #expect(try addresses(of: lab) == ["0100007F"])
    let open = try ServedLab("--listen", "0.0.0.0")
    #expect(try addresses(of: open) == ["00000000"])
    #expect(open.table.hasSuffix("\nssh -p \(open.port + 3) admin@127.0.0.1  # pod 7, pc1\n"))
  }

  @Test("a name will do as well as an address")
  func name() throws {
    #expect(try ServedLab("--listen", "localhost").table.contains(" admin@127.0.0.1  # pod 7"))
  }

  /// Where a lab's ports listen, as the kernel writes addresses.
  private func addresses(of lab: ServedLab) throws -> Set<String> {
    let wanted = Set(lab.rows.map { String(format: "%04X", $0.port) })
    let table = try lab.run("/bin/cat", ["/proc/net/tcp"]).output
    return table.split(separator: "\n").reduce(into: []) { found, line in
      let words = line.split(separator: " ")
      let local = words[1].split(separator: ":")
      // 0A: somebody listens there.
      if words[3] == "0A", local.count == 2, wanted.contains(String(local[1])) {
        found.insert(String(local[0]))
      }
    }
  }

  @Test("--hosts: lines for a hosts file, and an address for each machine")
  func hosts() throws {
    let lab = try ServedLab("--hosts")
    // Port 22 of these addresses may be taken, or not for everybody; then the lines say so.
    let isStandard = try lab.errors == ""
    // The page calls cms1b and cms1c by another pod's names in one place.
    let names = [
      "cms1a.pod7.cms.lab cms1a", "cms1b.pod7.cms.lab cms1b.pod1.cms.lab cms1b",
      "cms1c.pod7.cms.lab cms1c.pod1.cms.lab cms1c", "pc1.pod7.cms.lab pc1",
    ]
    for (index, row) in lab.rows.enumerated() {
      let address = "127.0.1.\(11 + index)"
      let port = isStandard ? 22 : row.port
      let mark = isStandard ? "" : "  # ssh -p \(row.port)"
      #expect(lab.table.contains("\n\(address) \(names[index])\(mark)\n"))
      let scan = try lab.run(
        "/usr/bin/ssh-keyscan", ["-T", "10", "-t", "ed25519", "-p", "\(port)", address])
      try lab.home.write("seen", scan.output)
      let seen = try lab.run("/usr/bin/ssh-keygen", ["-lf", "seen"])
      #expect(seen.output.hasPrefix("256 \(row.fingerprint) "))
      #expect(try lab.ssh(row.name, "exit").status == 0)
    }
  }

  @Test("an open address with the public passwords is warned about")
  func warning() throws {
    let warning =
      "mmp: warning: 0.0.0.0 is open to others, and the passwords are the lab's public ones; "
      + "see --passwords\n"
    #expect(try ServedLab("--listen", "0.0.0.0").errors == warning)
    let chosen = try ServedLab("--listen", "0.0.0.0", "--password", "other")
    #expect(try chosen.errors == "")
    #expect(try chosen.ssh("cms1a", "hostname", password: "other").output == "cms1a\n")
    #expect(try chosen.ssh("cms1a", "hostname").status == 255)
    let home = try TemporaryFolder()
    try home.write("password", "of a file\nsecond line\n")
    try home.setMode(0o600, of: "password")
    let filed = try ServedLab("--listen", "0.0.0.0", "--password-file", "password", home: home)
    #expect(try filed.errors == "")
    #expect(try filed.ssh("cms1b", "hostname", password: "of a file").output == "cms1b\n")
  }

  @Test("given secrets that others can read are one line, and root is another")
  func exposed() throws {
    let home = try TemporaryFolder()
    let options = ["--host-keys", "keys", "--password-file", "password"]
    func errors() throws -> String {
      let lab = try ServedLab(options[0], options[1], options[2], options[3], home: home)
      #expect(lab.sharedFingerprint != "" && lab.stop() == 0)
      let isRoot = try home.read("serve.err").contains(ServedLab.rootWarning)
      #expect(isRoot == (geteuid() == 0))
      return try lab.errors
    }
    try home.write("password", "secret\n")
    try home.setMode(0o644, of: "password")
    let end = "; chmod go= keeps them out\n"
    #expect(try errors() == "mmp: warning: others can read password\(end)")
    try home.setMode(0o604, of: "keys/all_rsa")
    #expect(try errors() == "mmp: warning: others can read keys/all_rsa and 1 more\(end)")
    try home.setMode(0o440, of: "password")
    try home.setMode(0o600, of: "keys/all_rsa")
    #expect(try errors() == "")
  }

  @Test(
    "wrong usage is 64",
    arguments: [
      ["--port", "0x10"], ["--port", "65536"], ["--pods", "0"], ["--pods", "251"],
      ["--idle-time", "0"], ["--memory", "1M"], ["--memory", "much"],
      ["--key-stock", "-1"], ["--key-stock", "1001"], ["--key-stock", "some"],
      ["--release", "9.9"], ["--clock", "yesterday"], ["--frob"], ["extra"],
      ["--password", "a", "--password-file", "b"], ["--password", ""],
      ["--passwords", "lab", "--password", "a"], ["--passwords", "f", "--password-file", "b"],
      ["--passwords", "random", "--ready", "-"],
    ])
  func usage(arguments: [String]) throws {
    let result = try bounded(arguments)
    #expect(result.status == 64)
    #expect(result.output == "" && result.errors.hasPrefix("Error: "))
  }

  @Test(
    "what cannot be used is named in a sentence, with status 66",
    arguments: [
      (["--listen", "no where"], "there is no host 'no where'"),
      (["--password-file", "/no/such"], "cannot read /no/such: No such file or directory"),
      (
        ["--password-file", "/dev/null"],
        "cannot read /dev/null: it is neither a file nor a pipe"
      ),
      (["--scenario", "no-such"], "there is no scenario no-such"),
      (["--port", "65535"], "there are not enough ports behind 65535"),
      (["--host-keys", "/dev/null"], "cannot use folder /dev/null"),
    ])
  func unusable(arguments: [String], sentence: String) throws {
    let result = try bounded(arguments)
    #expect(result.status == 66 && result.output == "")
    #expect(result.errors == "mmp: \(sentence)\n")
  }

  @Test("a taken port is said, and nothing is served")
  func takenPort() throws {
    let lab = try ServedLab()
    let result = try bounded(["--port", "\(lab.port - 1)"])
    #expect(
      result.errors
        == "mmp: cannot listen on 127.0.0.1 port \(lab.port): Address already in use\n")
    #expect(result.output == "" && result.status == 75)
  }

  @Test("SIGTERM and Ctrl-C end it in time, with sessions open", arguments: [SIGTERM, SIGINT])
  func stop(signal: Int32) throws {
    let lab = try ServedLab()
    let shell = try lab.terminal("/usr/bin/ssh", ["-F", "ssh_config", "cms1a"])
    _ = shell.expect("password: ")
    shell.type("c1sco123\n")
    #expect(shell.expect("cms1a> ") != nil)
    lab.server.signal(signal)
    #expect(lab.server.end() == 0)
    #expect(shell.end() == 255)
    #expect(try lab.errors == "")
  }

  @Test("a second signal close to the first one does not keep it from closing")
  func echo() throws {
    let home = try TemporaryFolder()
    for _ in 0..<5 {
      let server = try Server(
        Program.path, ["serve", "--state", "class.mmp", "--port", "\(FreePorts.first(of: 4))"],
        errors: "\(home.path)/errors", environment: [:], folder: home.path)
      guard ServedLab.isWhole(server.read(until: ServedLab.isWhole)) else { continue }
      // Two of one kind could be one.
      for signal in [SIGTERM, SIGINT] { server.signal(signal) }
      #expect(server.end() == 0)
      #expect(!home.has("class.mmp-wal"))
      return
    }
    Issue.record("no free port: \(try home.read("errors"))")
  }

  @Test("SIGTERM ends a server that was started with it blocked")
  func blockedSignal() throws {
    let home = try TemporaryFolder()
    let script = """
      import os, signal, sys
      signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
      os.execv(sys.argv[1], sys.argv[1:])
      """
    for _ in 0..<5 {
      let server = try Server(
        "/usr/bin/python3",
        ["-c", script, Program.path, "serve", "--port", "\(FreePorts.first(of: 4))"],
        errors: "\(home.path)/errors", environment: [:], folder: home.path)
      guard ServedLab.isWhole(server.read(until: ServedLab.isWhole)) else { continue }
      server.signal(SIGTERM)
      #expect(server.end() == 0)
      return
    }
    Issue.record("no free port: \(try home.read("errors"))")
  }

  private func bounded(_ arguments: [String]) throws -> Program.Result {
    try HostProgram.run(
      "/usr/bin/timeout", ["-k", "1", "\(Patience.seconds)", Program.path, "serve"] + arguments)
  }
}
