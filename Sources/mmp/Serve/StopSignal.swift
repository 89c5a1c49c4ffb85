import Glibc
import Synchronization

/// The system's, or the user's, wish that the program end: a descriptor that can then be read.
struct StopSignal {
  /// Readable once the wish was expressed.
  let descriptor: Int32

  private static let writer = Atomic<Int32>(-1)

  /// Takes SIGTERM and SIGINT over from the system, and lets them through should whoever started the
  /// program have blocked them. The second one ends the program at once.
  ///
  /// SIGHUP ends nothing: a class goes on when the terminal it was started at is closed.
  init() {
    signal(SIGHUP, SIG_IGN)
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    descriptor = ends[0]
    Self.writer.store(ends[1], ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in StopSignal.request() }
    action.sa_flags = SA_RESTART | Int32(bitPattern: UInt32(SA_RESETHAND))
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

  private static func request() {
    var byte: UInt8 = 1
    write(writer.load(ordering: .relaxed), &byte, 1)
  }
}

extension sigaction {
  /// Whether the signal is ignored: SIG_IGN, which Swift cannot compare.
  fileprivate var isIgnoring: Bool {
    unsafeBitCast(__sigaction_handler.sa_handler, to: Int.self) == 1
  }
}
