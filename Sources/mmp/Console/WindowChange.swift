import Glibc
import Synchronization

/// The terminal's window got another size: a descriptor that can then be read.
///
/// libedit could listen itself, but redraws inside a signal handler then, and passes signals that end
/// the program on to the whole process group.
struct WindowChange {
  /// Readable after a change, until ``forget()``.
  let reader: Int32

  private static let writer = Atomic<Int32>(-1)

  /// Takes SIGWINCH over from the system, which ignores it.
  init() {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      // Neither a full pipe nor an empty one is worth waiting for.
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    reader = ends[0]
    Self.writer.store(ends[1], ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in WindowChange.note() }
    action.sa_flags = SA_RESTART
    sigaction(SIGWINCH, &action, nil)
  }

  /// Waits until standard input can be read, or has ended.
  ///
  /// - Parameter milliseconds: how long; without an end if negative.
  /// - Returns: what came first.
  func awaitInput(milliseconds: Int32 = -1) -> Wakeup {
    var waiting = [
      pollfd(fd: StandardStream.input.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: reader, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&waiting, 2, milliseconds)
    if count < 0 { return .signal }
    if waiting[1].revents != 0 {
      forget()
      return .resize
    }
    return count == 0 ? .quiet : .input
  }

  /// Forgets the changes so far.
  func forget() {
    var bytes: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0]
    _ = read(reader, &bytes, bytes.count)
  }

  /// What may be waited for at a terminal.
  enum Wakeup {
    case input, resize, signal, quiet
  }

  /// Has whoever waits look up.
  static func note() {
    let error = errno
    var byte: UInt8 = 1
    write(writer.load(ordering: .relaxed), &byte, 1)
    errno = error
  }
}
