import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terminal was closed or the system wants the program to end: input ends, so that files are
/// still saved on the way out.
enum HangUp {
  private static let flag = Atomic(false)
  /// An end of file, open.
  private static let nothing = Atomic<Int32>(-1)

  /// Whether the program was asked to end.
  static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Takes SIGHUP, SIGTERM and SIGQUIT over from the system, which would end the program at once; and
  /// SIGPIPE, as a reader that has gone shows when writing fails.
  static func install() {
    // Both must exist before a signal handler touches them.
    flag.store(false, ordering: .relaxed)
    nothing.store(open("/dev/null", O_RDONLY | O_CLOEXEC), ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in HangUp.request() }
    // Without SA_RESTART, so that waiting for input ends and is tried again.
    for signal in [SIGHUP, SIGTERM, SIGQUIT] { sigaction(signal, &action, nil) }
    signal(SIGPIPE, SIG_IGN)
  }

  /// Whoever reads standard input, or is about to, finds its end: a flag alone could come between a
  /// look at it and the wait.
  private static func request() {
    flag.store(true, ordering: .relaxed)
    dup2(nothing.load(ordering: .relaxed), StandardStream.input.descriptor)
  }
}
