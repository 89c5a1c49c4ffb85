import Foundation
import Glibc

/// The program at a pseudo-terminal, with a person's patience at the keyboard.
final class Terminal {
  /// `POSIX_SPAWN_SETSID`, which the importer does not see.
  private let newSession: Int16 = 0x80
  private let master: Int32
  private let process: pid_t
  /// All that appeared on the screen and was not expected yet, control sequences included.
  private var screen: [UInt8] = []

  /// Starts `mmp`; its diagnostics appear on the screen too.
  init(_ arguments: String...) throws {
    var primary: Int32 = 0
    var secondary: Int32 = 0
    var size = winsize(ws_row: 24, ws_col: 200, ws_xpixel: 0, ws_ypixel: 0)
    var name = [CChar](repeating: 0, count: 64)
    guard openpty(&primary, &secondary, &name, nil, &size) == 0 else { throw POSIXError(.ENOTTY) }
    // Other tests start programs at the same time, which must not hold this terminal open.
    _ = fcntl(primary, F_SETFD, FD_CLOEXEC)
    _ = fcntl(secondary, F_SETFD, FD_CLOEXEC)
    defer { close(secondary) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Opened by the leader of a new session it becomes the terminal whose Ctrl-C is a signal.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    for stream in 1...2 as ClosedRange<Int32> {
      posix_spawn_file_actions_adddup2(&actions, 0, stream)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The threads that run tests block signals, and a child would inherit that.
    var noSignals = sigset_t()
    sigemptyset(&noSignals)
    posix_spawnattr_setsigmask(&attributes, &noSignals)
    posix_spawnattr_setflags(&attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK))
    let path = Program.executable.path
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    // Under AddressSanitizer: libedit keeps the names of commands it is given, for ever.
    var environment = [strdup("TERM=xterm"), strdup("ASAN_OPTIONS=detect_leaks=0"), nil]
    defer { environment.forEach { free($0) } }
    var child: pid_t = 0
    guard posix_spawn(&child, path, &actions, &attributes, &words, &environment) == 0 else {
      throw POSIXError(.ENOEXEC)
    }
    master = primary
    process = child
  }

  deinit {
    kill(process, SIGKILL)
    close(master)
  }

  /// Presses keys.
  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Waits until `text` has appeared and takes away all up to its end; nil if it does not come.
  func expect(_ text: String) -> String? {
    let wanted = Array(text.utf8)
    while true {
      if let range = screen.firstRange(of: wanted) {
        let seen = String(decoding: screen[..<range.upperBound], as: UTF8.self)
        screen.removeSubrange(..<range.upperBound)
        return seen
      }
      guard wait() else { return nil }
    }
  }

  /// Whether keys appear by themselves, as they should once the program has gone.
  var echoes: Bool {
    var settings = termios()
    return tcgetattr(master, &settings) == 0 && settings.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Sends the program a signal.
  func signal(_ number: Int32) { kill(process, number) }

  /// Waits for the end; the exit status, or the signal that ended it as a negative number.
  func end() -> Int32 {
    while wait() {}
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
  }

  private func wait() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 4096)
    while true {
      var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      // A busy machine is slow; a program that says nothing for so long is stuck.
      let ready = poll(&descriptor, 1, 20_000)
      let count = ready > 0 ? read(master, &bytes, bytes.count) : 0
      // The end of another test's program is a signal too.
      if ready < 0 || count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      screen += bytes[..<count]
      return true
    }
  }
}
