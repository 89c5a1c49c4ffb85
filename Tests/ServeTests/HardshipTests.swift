import Foundation
import Glibc
import ProgramSupport
import TestSupport
import Testing

@Suite("mmp serve and clients that misbehave")
struct HardshipTests {
  /// A TCP connection without a client behind it; closed with the test.
  private final class Connection {
    let descriptor: Int32

    init(to port: Int) throws {
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
      let status = FreePorts.withLoopbackAddress(port) { connect(descriptor, $0, $1) }
      guard status == 0 else { throw POSIXError(.ECONNREFUSED) }
    }

    deinit { close(descriptor) }

    func send(_ bytes: [UInt8]) {
      _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// Reads until the other side has had enough; false if it does not.
    func isClosed() -> Bool {
      var bytes = [UInt8](repeating: 0, count: 4096)
      while true {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let ready = poll(&waiting, 1, Patience.milliseconds)
        if ready < 0, errno == EINTR { continue }
        guard ready > 0 else { return false }
        if recv(descriptor, &bytes, bytes.count, 0) <= 0 { return true }
      }
    }
  }

  /// What some send instead of SSH.
  enum Garbage: CaseIterable {
    case web, oldVersion, brokenPacket, noise

    var bytes: [UInt8] {
      switch self {
      case .web: Array("GET / HTTP/1.1\r\nHost: cms1a\r\n\r\n".utf8)
      case .oldVersion: Array("SSH-1.5-old\r\n".utf8)
      case .brokenPacket: Array("SSH-2.0-x\r\n".utf8) + [UInt8](repeating: 0xFF, count: 5_000)
      case .noise: (0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* 167 ^ $0 >> 3) }
      }
    }
  }

  @Test("garbage ends its connection and nobody else's", arguments: Garbage.allCases)
  func garbage(_ garbage: Garbage) throws {
    let lab = try ServedLab()
    let connection = try Connection(to: lab.port)
    connection.send(garbage.bytes)
    #expect(connection.isClosed())
    #expect(try lab.ssh("cms1a", "hostname").output == "cms1a\n")
    #expect(lab.stop() == 0)
    #expect(try lab.errors == "")
  }

  @Test("connections that say nothing, or half of it, hold up neither clients nor the end")
  func silence() throws {
    let lab = try ServedLab()
    let silent = try (0..<50).map { _ in try Connection(to: lab.port) }
    for connection in silent.prefix(25) { connection.send(Array("SSH-2.0-half".utf8)) }
    #expect(try lab.ssh("cms1a", "hostname").output == "cms1a\n")
    #expect(lab.stop() == 0)
    for connection in silent { #expect(connection.isClosed()) }
  }

  @Test("without descriptors strangers go, and the start says that there are few")
  func descriptors() throws {
    let lab = try ServedLab(descriptors: 80)
    #expect(
      try lab.errors
        == "mmp: warning: the system grants 80 open files, and the limits promise 4060: "
        + "clients will be turned away before; see ulimit -Hn\n")
    let silent = try (0..<100).map { _ in try Connection(to: lab.port) }
    #expect(try lab.ssh("cms1a", "hostname").output == "cms1a\n")
    #expect(silent[0].isClosed())
    #expect(try lab.ssh("cms1a", "hostname").output == "cms1a\n")
    #expect(lab.stop() == 0)
  }

  @Test("somebody who types slowly gets in through a flood of connections from the same address")
  func slowLogin() throws {
    let lab = try ServedLab()
    let terminal = try lab.terminal("/usr/bin/ssh", ["-F", "ssh_config", "cms1a"])
    _ = terminal.expect("password: ")
    var flood: [Connection] = []
    for _ in 0..<900 {
      flood.append(try Connection(to: lab.port))
      if flood.count > 600 { flood.removeFirst() }
    }
    terminal.type("c1sco123\r")
    #expect(terminal.expect("cms1a> ") != nil)
    terminal.type("exit\r")
    #expect(terminal.end() == 0)
  }

  // AddressSanitizer, which make sanitize gives these options to, keeps what is freed.
  @Test(
    "--memory: an upload that would take more is refused, and all it took is given back",
    .enabled(if: ProcessInfo.processInfo.environment["LSAN_OPTIONS"] == nil))
  func memory() throws {
    let lab = try ServedLab("--memory", "64M")
    try lab.home.write("large", String(repeating: "x", count: 60 << 20))
    try lab.home.write("small", "x\n")
    #expect(try lab.sftp("put large").status == 1)
    #expect(try lab.sftp("put small", "ls -1").output.hasSuffix("sftp> ls -1\nsmall\n"))
    #expect(try lab.ssh("cms1a", "hostname").output == "cms1a\n")
    #expect(lab.stop() == 0)
  }

  @Test("an upload whose connection is cut leaves the old file whole; the next one succeeds")
  func cutUpload() throws {
    let lab = try ServedLab()
    try lab.home.write("a.cer", "old\n")
    #expect(try lab.sftp("put a.cer").status == 0)
    let cut = try lab.python("cut_upload.py")
    #expect(cut.errors == "" && cut.status == 0)
    let seen = try lab.sftp("get a.cer back.cer", "ls -1")
    #expect(seen.output == "sftp> get a.cer back.cer\nsftp> ls -1\na.cer\n")
    #expect(try lab.home.read("back.cer") == "old\n")
    try lab.home.write("a.cer", String(repeating: "whole\n", count: 50_000))
    #expect(try lab.sftp("put a.cer", "get a.cer back.cer").status == 0)
    #expect(try lab.home.read("back.cer") == lab.home.read("a.cer"))
  }

  @Test("a shell whose client is killed leaves the appliance to the others")
  func cutShell() throws {
    let lab = try ServedLab()
    let terminal = try lab.terminal("/usr/bin/ssh", ["-F", "ssh_config", "cms1a"])
    _ = terminal.expect("password: ")
    terminal.type("c1sco123\r")
    _ = terminal.expect("cms1a> ")
    terminal.type("pki csr cut CN:a\rpki selfsigned late\r")
    _ = terminal.expect(".")
    terminal.signal(SIGKILL)
    #expect(terminal.end() == -SIGKILL)
    #expect(try lab.ssh("cms1a", "hostname").output == "cms1a\n")
    #expect(lab.stop() == 0)
  }

  @Test("hostile clients are put out, and nothing of them stays")
  func hostile() throws {
    let lab = try ServedLab()
    let result = try lab.python("hostile.py")
    #expect(result.output == "done\n" && result.status == 0, "\(result.errors)")
    #expect(try lab.ssh("cms1a", "hostname").output == "cms1a\n")
    #expect(lab.stop() == 0)
  }

  @Test("channels that are opened while others are closed")
  func churn() throws {
    let lab = try ServedLab()
    let result = try lab.python("churn.py")
    #expect(result.output == "done\n" && result.status == 0, "\(result.errors)")
    #expect(lab.stop() == 0)
  }

  @Test("keys in the making do not spoil the end", arguments: 1...4)
  func stopDuringKeys(attempt: Int) throws {
    let lab = try ServedLab()
    let terminals = try (0..<3).map { _ in
      try lab.terminal("/usr/bin/ssh", ["-F", "ssh_config", "cms1a"])
    }
    for terminal in terminals {
      _ = terminal.expect("password: ")
      terminal.type("c1sco123\r")
      _ = terminal.expect("cms1a> ")
    }
    for (index, terminal) in terminals.enumerated() {
      terminal.type("pki csr first\(index) CN:a\rpki csr second\(index) CN:a\r")
    }
    for terminal in terminals { #expect(terminal.expect("\r\n.") != nil) }
    #expect(lab.stop() == 0)
    for terminal in terminals { #expect(terminal.end() == 255) }
  }

  @Test("more input than anybody reads: the client waits, the others do not")
  func flood() throws {
    let lab = try ServedLab()
    let line = String(repeating: "x", count: 200_000) + "\n"
    let lines = String(repeating: "version\n", count: 2_000)
    let result = try lab.ssh("-T", "cms1a", input: line + lines)
    #expect(result.status == 0)
    #expect(result.output.utf8.count == 7 + 65_536 + 1 + 16 + 2_000 * (7 + 8 + 6) + 7 + 1)
    #expect(result.output.hasSuffix("cms1a> version\n2.9.0\ncms1a> \n"))
  }
}
