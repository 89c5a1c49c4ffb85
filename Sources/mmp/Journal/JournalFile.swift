import ArgumentParser
import Glibc
import Journal

/// `--journal`: what happens, line by line.
struct JournalOption: ParsableArguments {
  @Option(
    name: .customLong("journal"),
    help: ArgumentHelp(
      "Append what happens to this file, as lines of JSON (docs/journal.md).", valueName: "file"),
    completion: .file())
  var path: String?
}

/// A file that events are appended to. It is told behind everybody else, and if it cannot be written
/// any more it says so once and holds up nobody.
final class JournalFile: Sendable {
  private let path: String
  private let backlog: Backlog
  /// How long the end of the program waits for what is not written yet, in milliseconds.
  private static let patience = 1_000
  /// What is written at a time, in bytes.
  private static let pieceSize = 1 << 16

  /// Opens a file for appending, made for its owner's eyes only if there is none.
  init(path: String) throws(Failure) {
    // Without waiting for the reader of a pipe that has none.
    let descriptor = open(
      path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0o600)
    guard descriptor >= 0 else { throw Failure(.cannotCreate, writing: path, code: errno) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      // One that is there already may be open to others.
      fchmod(descriptor, 0o600)
    }
    _ = fcntl(descriptor, F_SETFL, O_APPEND)
    self.path = path
    let stream = StandardStream(descriptor: descriptor)
    backlog = Backlog {
      StandardStream.error.say("\(path) is too slow to be written: the journal ends here")
    } hear: { events in
      var bytes: [UInt8] = []
      var isWritten = true
      for event in events where isWritten {
        bytes += EventLine.bytes(of: event)
        guard bytes.count > Self.pieceSize else { continue }
        isWritten = stream.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
      if isWritten, stream.write(bytes) { return true }
      let reason = String(cString: strerror(errno))
      StandardStream.error.say("cannot write \(path): \(reason): the journal ends here")
      return false
    }
  }

  /// Writes down what happens from now on.
  func follow(_ journal: Journal) {
    journal.subscribe { [backlog] in backlog.append($0) }
  }

  /// Waits until all is written, but not for ever.
  func finish() {
    guard !backlog.drain(within: Self.patience) else { return }
    StandardStream.error.say("\(path) is too slow to be written: the journal is incomplete")
  }
}

/// The host's clock.
enum HostClock {
  /// The time in milliseconds since 1970.
  static let milliseconds: @Sendable () -> Int64 = {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
