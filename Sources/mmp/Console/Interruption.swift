import Glibc
import Synchronization

/// Ctrl-C while a command runs: a flag that the command looks at.
enum Interruption {
  private static let flag = Atomic(false)

  /// Whether Ctrl-C was pressed since the last ``reset()``.
  static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Forgets an earlier Ctrl-C, which the command before may have been too fast to notice.
  static func reset() { flag.store(false, ordering: .relaxed) }

  /// Takes SIGINT over from the system, which would end the program.
  static func install() {
    // The flag must exist before a signal handler touches it.
    reset()
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in Interruption.request() }
    // Without SA_RESTART a signal would make libedit lose the line being typed.
    action.sa_flags = SA_RESTART
    sigaction(SIGINT, &action, nil)
  }

  private static func request() { flag.store(true, ordering: .relaxed) }
}
