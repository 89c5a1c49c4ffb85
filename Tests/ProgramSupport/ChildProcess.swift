import Foundation
import Glibc

/// A program that runs beside the tests. Foundation's `Process` lets it inherit the signals that the
/// threads of tests block, and then it could not be asked to end.
struct ChildProcess {
  let identifier: pid_t

  /// `POSIX_SPAWN_SETSID`, which the importer does not see.
  private static let newSession: Int16 = 0x80

  /// Starts a program with a terminal as its own: Ctrl-C there is a signal.
  init(
    _ path: String, _ arguments: [String], terminal: String, environment: [String: String],
    folder: String
  ) throws {
    try self.init(path, arguments, environment, folder, flags: Self.newSession) { actions in
      // Opened by the leader of a new session it becomes the controlling terminal.
      posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
      for stream in 1...2 as ClosedRange<Int32> {
        posix_spawn_file_actions_adddup2(&actions, 0, stream)
      }
    }
  }

  /// Starts a program with nothing to read.
  init(
    _ path: String, _ arguments: [String], output: Int32, errors: Int32,
    environment: [String: String], folder: String
  ) throws {
    try self.init(path, arguments, environment, folder, flags: 0) { actions in
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_adddup2(&actions, output, 1)
      posix_spawn_file_actions_adddup2(&actions, errors, 2)
    }
  }

  private init(
    _ path: String, _ arguments: [String], _ environment: [String: String], _ folder: String,
    flags: Int16, streams: (inout posix_spawn_file_actions_t) -> Void
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    streams(&actions)
    // Other tests' pipes would not end while this program holds them. Closing what is not open is
    // no error.
    for descriptor in 3..<256 as Range<Int32> {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var noSignals = sigset_t()
    sigemptyset(&noSignals)
    posix_spawnattr_setsigmask(&attributes, &noSignals)
    posix_spawnattr_setflags(&attributes, flags | Int16(POSIX_SPAWN_SETSIGMASK))
    // posix_spawn itself cannot change the folder here; env becomes the program.
    let words = ["/usr/bin/env", "-C", folder, path] + arguments
    var copies = words.map { strdup($0) } + [nil]
    defer { copies.forEach { free($0) } }
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { variables.forEach { free($0) } }
    var child: pid_t = 0
    guard posix_spawn(&child, words[0], &actions, &attributes, &copies, &variables) == 0 else {
      throw POSIXError(.ENOEXEC)
    }
    identifier = child
  }

  func signal(_ number: Int32) { kill(identifier, number) }

  /// Waits for the end; the exit status, or the signal that ended it as a negative number.
  func wait() -> Int32 {
    var status: Int32 = 0
    // The end of another test's program is a signal too.
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    return Self.meaning(of: status)
  }

  /// As ``wait()``, but nil if it has not ended in time.
  func wait(seconds: Int) -> Int32? {
    let end = Date(timeIntervalSinceNow: Double(seconds))
    var status: Int32 = 0
    repeat {
      if waitpid(identifier, &status, WNOHANG) == identifier { return Self.meaning(of: status) }
      usleep(5_000)
    } while Date() < end
    return nil
  }

  private static func meaning(of status: Int32) -> Int32 {
    status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
  }
}
