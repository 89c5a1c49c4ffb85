import Foundation
import Glibc
import TestSupport

/// A program that says something at its start and then runs until it is told to end.
package final class Server {
  private let child: ChildProcess
  private let output: Int32
  private var status: Int32?

  /// Starts a program; its diagnostics go to the file `errors`.
  package init(
    _ path: String, _ arguments: [String], errors: String, environment: [String: String],
    folder: String
  ) throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    let errors = open(errors, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    defer {
      close(ends[1])
      close(errors)
    }
    child = try ChildProcess(
      path, arguments, output: ends[1], errors: errors, environment: environment, folder: folder)
    output = ends[0]
  }

  deinit {
    if status == nil {
      // Asked first: it may have a program of its own to end.
      child.signal(SIGTERM)
      if child.wait(seconds: Patience.seconds) == nil {
        child.signal(SIGKILL)
        _ = child.wait()
      }
    }
    close(output)
  }

  /// Reads what it says until that is enough, or it ends, or says nothing more.
  package func read(until isEnough: (String) -> Bool) -> String {
    var text: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: 4096)
    while !isEnough(String(decoding: text, as: UTF8.self)) {
      var descriptor = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      let ready = poll(&descriptor, 1, Patience.milliseconds)
      let count = ready > 0 ? Glibc.read(output, &bytes, bytes.count) : 0
      if ready < 0 || count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      text += bytes[..<count]
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Sends it a signal.
  package func signal(_ number: Int32) { child.signal(number) }

  /// Waits for the end; nil if it does not come.
  package func end() -> Int32? {
    if status == nil { status = child.wait(seconds: Patience.seconds) }
    return status
  }
}
