import Foundation
import Glibc
import TestSupport

/// A program at a pseudo-terminal, with a person's patience at the keyboard.
package final class Terminal {
  private let master: Int32
  private let child: ChildProcess
  private var hasEnded = false
  /// All that appeared on the screen and was not expected yet, control sequences included.
  private var screen: [UInt8] = []

  /// Starts `mmp`; its diagnostics appear on the screen too.
  package convenience init(_ arguments: String...) throws {
    // Under AddressSanitizer: libedit keeps the names of commands it is given, for ever.
    try self.init(
      Program.path, arguments,
      environment: ["TERM": "xterm", "ASAN_OPTIONS": "detect_leaks=0"],
      folder: FileManager.default.currentDirectoryPath)
  }

  /// Starts any program.
  package init(
    _ path: String, _ arguments: [String], environment: [String: String], folder: String
  ) throws {
    var primary: Int32 = 0
    var secondary: Int32 = 0
    var size = winsize(ws_row: 24, ws_col: 200, ws_xpixel: 0, ws_ypixel: 0)
    var name = [CChar](repeating: 0, count: 64)
    guard openpty(&primary, &secondary, &name, nil, &size) == 0 else { throw POSIXError(.ENOTTY) }
    // Other tests start programs at the same time, which must not hold this terminal open.
    _ = fcntl(primary, F_SETFD, FD_CLOEXEC)
    _ = fcntl(secondary, F_SETFD, FD_CLOEXEC)
    defer { close(secondary) }
    master = primary
    child = try ChildProcess(
      path, arguments,
      terminal: String(decoding: name.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self),
      environment: environment, folder: folder)
  }

  deinit {
    // Its number may be another program's once the end was waited for.
    if !hasEnded { _ = kill() }
    close(master)
  }

  /// Presses keys.
  package func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Waits until `text` has appeared and takes away all up to its end; nil if it does not come.
  package func expect(_ text: String) -> String? {
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
  package var echoes: Bool {
    var settings = termios()
    return tcgetattr(master, &settings) == 0 && settings.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Gives the window another size.
  package func resize(columns: UInt16) {
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Sends the program a signal.
  package func signal(_ number: Int32) { child.signal(number) }

  /// Waits for the end; the exit status, or the signal that ended it as a negative number.
  package func end() -> Int32 { endAndScreen().status }

  /// Waits for the end; what was still to be seen, and the status.
  package func endAndScreen() -> (screen: String, status: Int32) {
    while wait() {}
    let status = child.wait(seconds: Patience.seconds) ?? kill()
    hasEnded = true
    return (String(decoding: screen, as: UTF8.self), status)
  }

  private func kill() -> Int32 {
    child.signal(SIGKILL)
    return child.wait()
  }

  private func wait() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 4096)
    while true {
      var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      let ready = poll(&descriptor, 1, Patience.milliseconds)
      let count = ready > 0 ? read(master, &bytes, bytes.count) : 0
      // The end of another test's program is a signal too.
      if ready < 0 || count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      screen += bytes[..<count]
      return true
    }
  }
}
