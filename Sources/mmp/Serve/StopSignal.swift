import Glibc
import Synchronization

/// The system's, or the user's, wish that the program end: a descriptor that can then be read.
struct StopSignal {
  /// Readable once the wish was expressed.
  let descriptor: Int32

  private static let writer = Atomic<Int32>(-1)
  private static let count = Atomic<Int>(0)
  private static let first = Atomic<Int64>(0)
  /// For how long, in seconds, a second signal is taken for the first one once more: whoever ends a
  /// group of processes and then each of them means one end. Closing takes less.
  private static let echo: Int64 = 5

  /// Takes SIGTERM and SIGINT over from the system, and lets them through should whoever started the
  /// program have blocked them. The third one ends the program at once, and the second after a while.
  ///
  /// SIGHUP ends nothing: a class goes on when the terminal it was started at is closed.
  init() {
    signal(SIGHUP, SIG_IGN)
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    descriptor = ends[0]
    Self.writer.store(ends[1], ordering: .relaxed)
    // Made now, and not in a handler.
    Self.count.store(0, ordering: .relaxed)
    Self.first.store(0, ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { StopSignal.request($0) }
    action.sa_flags = SA_RESTART
    for signal in [SIGTERM, SIGINT] {
      var before = sigaction()
      sigaction(signal, nil, &before)
      // nohup and a shell's & have the program ignore what ends others.
      if before.isIgnoring { continue }
      sigaction(signal, &action, nil)
      Self.unblock(signal)
    }
  }

  /// A mask goes from a program to those it starts, and from Foundation's Process it blocks all.
  private static func unblock(_ signal: Int32) {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, signal)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Runs as a signal's handler: nothing here may wait for anything.
  private static func request(_ number: Int32) {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    let now = Int64(time.tv_sec)
    switch count.wrappingAdd(1, ordering: .relaxed).oldValue {
    case 0:
      first.store(now, ordering: .relaxed)
      var byte: UInt8 = 1
      write(writer.load(ordering: .relaxed), &byte, 1)
    case 1 where now - first.load(ordering: .relaxed) < echo: break
    default:
      signal(number, SIG_DFL)
      // It comes when this handler has returned.
      raise(number)
    }
  }
}

extension sigaction {
  /// Whether the signal is ignored: SIG_IGN, which Swift cannot compare.
  fileprivate var isIgnoring: Bool {
    unsafeBitCast(__sigaction_handler.sa_handler, to: Int.self) == 1
  }
}
