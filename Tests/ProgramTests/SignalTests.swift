import Foundation
import Glibc
import ProgramSupport
import TestSupport
import Testing

@Suite("Signals that end a session")
struct SignalTests {
  private let folder: TemporaryFolder
  private let saved: TemporaryFolder
  private let place: TemporaryFolder

  init() throws {
    (folder, saved) = (try TemporaryFolder(), try TemporaryFolder())
    place = try TemporaryFolder()
    try folder.write("a.cer", "x")
  }

  @Test("a stopped terminal does not hold the end up", arguments: [SIGTERM, SIGHUP])
  func stoppedTerminal(signal: Int32) throws {
    let terminal = try Terminal(
      "--files", folder.path, "--save", saved.path, "--record", "\(saved.path)/session.txt")
    #expect(terminal.expect("cms1a> ") != nil)
    // libedit takes the keys over from the line discipline; what comes after Ctrl-S stays unseen.
    terminal.type("version\n")
    #expect(terminal.expect("2.9.0\r\ncms1a> ") != nil)
    terminal.type("\u{13}help\n")
    Thread.sleep(forTimeInterval: 0.3)
    terminal.signal(signal)
    #expect(terminal.end() == 0)
    #expect(saved.has("a.cer"))
    #expect(try saved.read("session.txt").contains("version"))
  }

  @Test("a pipe that nobody reads does not hold the end up")
  func stuckPipe() throws {
    let terminal = try shell(
      """
      yes help | head -20000 > lines
      \(Program.path) --files in --save out < lines > pipe &
      # It is at work.
      head -c 1 <&3 > first
      kill -TERM $!
      wait $!
      echo status $?
      """)
    #expect(terminal.expect("status 0") != nil)
    #expect(saved.has("a.cer"))
  }

  @Test(
    "a signal that comes while the session is prepared ends it in order", arguments: ["", "lab"])
  func earlyEnd(command: String) throws {
    try clutter()
    let terminal = try shell(
      """
      \(Program.path) \(command) --files in --save out < /dev/null > text 2> pipe &
      head -c 1 <&3 > first
      kill -TERM $!
      wait $!
      echo status $?
      """)
    #expect(terminal.expect("status 0") != nil)
    #expect(saved.has("a.cer"))
  }

  @Test("commands that a signal cut short are no success; what there is is saved")
  func commandsCutShort() throws {
    let terminal = try shell(
      """
      cp \(Fixtures.pki.path)/locked.key in
      \(Program.path) --files in --save out -c 'pki selfsigned ca' -c 'pki unlock locked.key' \\
        -c version <&3 > text &
      until grep -q password text; do sleep 0.1; done
      kill -TERM $!
      wait $!
      echo status $?
      """)
    #expect(terminal.expect("mmp: terminated\r\nstatus 143") != nil)
    #expect(saved.has("ca.crt"))
    #expect(try !place.read("text").contains("2.9.0"))
  }

  @Test("commands in the background leave the terminal alone")
  func background() throws {
    // A job that changes the terminal's settings there is stopped, which is status 150 and more.
    let terminal = try shell(
      "set -m; \(Program.path) -c version -c hostname & wait $!; echo status $?")
    #expect(terminal.expect("status ")?.contains("2.9.0\r\ncms1a\r\n") == true)
    #expect(terminal.expect("0\r\n") != nil)
  }

  @Test("Ctrl-C while the session is prepared is none of its business")
  func earlyInterrupt() throws {
    try clutter()
    let terminal = try shell(
      """
      echo $$ > number
      (head -c 1 <&3 > first; kill -INT $(cat number); cat <&3 > rest) &
      exec \(Program.path) --files in 2> pipe
      """)
    #expect(terminal.expect("cms1a> ") != nil)
    terminal.type("exit\n")
    #expect(terminal.expect("exit\r\n") != nil)
  }

  /// A shell with a terminal of its own, in a folder with `in`, `out`, and a pipe that nobody reads
  /// unless through descriptor 3.
  private func shell(_ script: String) throws -> Terminal {
    let start = """
      ln -s \(folder.path) in; ln -s \(saved.path) out
      mkfifo pipe; exec 3<>pipe

      """
    return try Terminal(
      "/bin/sh", ["-c", start + script], environment: ["PATH": "/usr/bin:/bin", "TERM": "xterm"],
      folder: place.path)
  }

  /// Files whose names are complained of, at more length than a pipe holds: the program waits while
  /// its session is not there yet.
  private func clutter() throws {
    let tail = String(repeating: "x", count: 200)
    for number in 0..<400 { try folder.write("\(number) \(tail)", "") }
  }
}
