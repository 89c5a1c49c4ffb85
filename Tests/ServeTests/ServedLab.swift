import Foundation
import Glibc
import ProgramSupport
import TestSupport

/// An `mmp serve` of a test's own, and a home folder for its clients, so that they meet neither each
/// other's nor this machine's keys and settings.
final class ServedLab {
  /// A line of the table at the start.
  struct Row: Equatable {
    let name: String
    let port: Int
    let user: String
    let fingerprint: String
  }

  let home: TemporaryFolder
  let server: Server
  /// All that was said at the start.
  let table: String
  let port: Int

  struct NotServing: Error {
    let output: String
    let errors: String
  }

  /// Serves with those options, on a port that is free; with no more than so many `descriptors`.
  convenience init(
    _ options: String..., pods: Int = 1, descriptors: Int? = nil, home: TemporaryFolder? = nil
  ) throws {
    try self.init(options, pods: pods, descriptors: descriptors, home: home)
  }

  /// The same with a list of options.
  init(
    _ options: [String], pods: Int = 1, descriptors: Int? = nil, home: TemporaryFolder? = nil
  ) throws {
    self.home = try home ?? TemporaryFolder()
    for _ in 0..<5 {
      let port = FreePorts.first(of: 4 * pods)
      let server = try Self.start(
        options + ["--port", "\(port)"], descriptors: descriptors, home: self.home)
      let table = server.read(until: Self.isWhole)
      guard Self.isWhole(table) else { continue }
      (self.server, self.table, self.port) = (server, table, port)
      try writeClientSettings()
      return
    }
    throw NotServing(output: "", errors: try self.home.read("serve.err"))
  }

  /// Starts the server. Should the tests be killed, it does not stay for long. It has no stock of
  /// keys, which would cost a processor its first seconds, unless the options say otherwise.
  static func start(
    _ options: [String], descriptors: Int? = nil, home: TemporaryFolder
  ) throws -> Server {
    let limit = descriptors.map { ["/usr/bin/prlimit", "--nofile=\($0):\($0)"] } ?? []
    return try Server(
      "/usr/bin/timeout",
      ["--foreground", "-k", "1", "600"] + limit + [Program.path, "serve", "--key-stock", "0"]
        + options,
      errors: "\(home.path)/serve.err", environment: ["HOME": home.path], folder: home.path)
  }

  /// Whether a command or a hosts' line follows for each machine; the line of a key that is kept may
  /// have come with them.
  static func isWhole(_ table: String) -> Bool {
    let lines = table.split(separator: "\n").filter { !$0.hasPrefix(sharedKey) }
    let rows = lines.count { $0.hasPrefix("#") }
    return table.hasSuffix("\n") && rows > 0 && lines.count == 2 * rows - 1
  }

  /// What it said on its standard error so far, but for what it says to root.
  var errors: String {
    get throws { try home.read("serve.err").replacing(Self.rootWarning, with: "") }
  }

  /// What it says to root only.
  static let rootWarning =
    "mmp: warning: running as root, which only ports below 1024 need\n"

  var rows: [Row] {
    table.split(separator: "\n").filter { $0.hasPrefix("#") }.dropFirst().compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 7, let port = Int(words[4]) else { return nil }
      return Row(name: words[1], port: port, user: words[5], fingerprint: words[6])
    }
  }

  /// The fingerprint of the RSA key that all appliances share, which is said when it has been made.
  var sharedFingerprint: String {
    let line =
      table.split(separator: "\n").first { $0.hasPrefix(Self.sharedKey) }.map(String.init)
      ?? server.read { $0.contains("\n") }
    guard line.hasPrefix(Self.sharedKey) else { return "" }
    return line.split(separator: " ").last.map(Self.trimmed) ?? ""
  }

  private static let sharedKey = "# RSA "

  private static func trimmed(_ word: Substring) -> String { word.filter { $0 != "\n" } }

  /// Asks it to end; the status, nil if it does not.
  func stop() -> Int32? {
    server.signal(SIGTERM)
    return server.end()
  }

  // MARK: - Clients

  /// Runs a client in the home folder; one that takes too long is ended and has status 124.
  func run(
    _ program: String, _ arguments: [String], input: String = "", password: String = "c1sco123"
  ) throws -> Program.Result {
    try HostProgram.run(
      "/usr/bin/timeout", ["-k", "1", "\(Patience.seconds)", program] + arguments,
      input: Data(input.utf8), folder: home.path,
      environment: environment(password: password))
  }

  /// Starts a client at a terminal.
  func terminal(_ program: String, _ arguments: [String]) throws -> Terminal {
    var environment = environment(password: "")
    // There the question is to be seen.
    environment["SSH_ASKPASS_REQUIRE"] = "never"
    return try Terminal(program, arguments, environment: environment, folder: home.path)
  }

  /// The `ssh` command, with a password from outside the terminal; all questions are kept.
  func ssh(
    _ arguments: String..., input: String = "", password: String = "c1sco123"
  ) throws -> Program.Result {
    try run("/usr/bin/ssh", ["-F", "ssh_config"] + arguments, input: input, password: password)
  }

  /// `sftp -b` with those commands, on the appliance of that name.
  func sftp(
    _ commands: String..., to host: String = "cms1a", user: String = "admin",
    password: String = "c1sco123"
  ) throws -> Program.Result {
    try run(
      // A batch otherwise does without a password.
      "/usr/bin/sftp", ["-F", "ssh_config", "-o", "BatchMode=no", "-b", "-", "\(user)@\(host)"],
      input: commands.map { "\($0)\n" }.joined(), password: password)
  }

  /// `psftp -b` with those commands, on the first appliance.
  func psftp(_ commands: String...) throws -> Program.Result {
    try home.write("psftp.batch", commands.map { "\($0)\n" }.joined())
    return try run("/usr/bin/psftp", ["-b", "psftp.batch"] + puttyOptions + ["admin@127.0.0.1"])
  }

  /// Runs a script of the tests' resources on the first appliance's port.
  func python(_ script: String) throws -> Program.Result {
    // Debian's own: another python3 may come first in PATH, without paramiko.
    try run(
      "/usr/bin/python3",
      ["-W", "ignore", Checkout.resources(of: "ServeTests").path(of: script), "\(port)"])
  }

  /// What PuTTY's programs need to find the first appliance and to trust it.
  var puttyOptions: [String] {
    ["-P", "\(port)", "-hostkey", rows[0].fingerprint, "-pw", "c1sco123"]
  }

  /// What clients asked for, one question a line.
  var questions: String { get throws { try home.read("questions") } }

  private func environment(password: String) -> [String: String] {
    [
      "HOME": home.path, "PATH": "\(home.path)/bin:/usr/bin:/bin", "TERM": "xterm", "LANG": "C",
      "TZ": "UTC", "SSH_ASKPASS": "\(home.path)/askpass", "SSH_ASKPASS_REQUIRE": "force",
      "PASSWORD": password,
    ]
  }

  /// OpenSSH looks into the user's own folder whatever HOME is, hence a file with all it may use.
  private func writeClientSettings() throws {
    var settings = """
      Host *
        GlobalKnownHostsFile /dev/null
        UserKnownHostsFile "\(home.path)/known_hosts"
        StrictHostKeyChecking yes
        IdentityAgent none
        IdentityFile none
        LogLevel ERROR
        User admin

      """
    for row in rows {
      settings += "Host \(row.name)\n  HostName 127.0.0.1\n  Port \(row.port)\n"
    }
    try home.write("ssh_config", settings)
    try home.write(
      "askpass",
      """
      #!/bin/sh
      echo "$1" >> '\(home.path)/questions'
      echo "$PASSWORD"

      """)
    try home.setMode(0o700, of: "askpass")
    // All at once, as each takes a while; the shell then puts them in order.
    let ports = rows.map { "\($0.port)" }.joined(separator: " ")
    let known = try run(
      "/bin/sh",
      [
        "-c",
        "for p in \(ports); do ssh-keyscan -T 10 -t ed25519 -p $p 127.0.0.1 > keys.$p 2> keys.err & done; wait; "
          + "for p in \(ports); do cat keys.$p; done",
      ]
    ).output
    try home.write("known_hosts", known)
  }
}
