import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terminal was closed or the system wants the program to end: a flag, so that files are still
/// saved on the way out.
enum HangUp {
  private static let flag = Atomic(false)

  /// Whether the program was asked to end.
  static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Takes SIGHUP and SIGTERM over from the system, which would end the program at once; and
  /// SIGPIPE, as a reader that has gone shows when writing fails.
  static func install() {
    // The flag must exist before a signal handler touches it.
    flag.store(false, ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in HangUp.request() }
    // Without SA_RESTART, so that waiting for input ends.
    for signal in [SIGHUP, SIGTERM] { sigaction(signal, &action, nil) }
    signal(SIGPIPE, SIG_IGN)
  }

  private static func request() { flag.store(true, ordering: .relaxed) }
}
