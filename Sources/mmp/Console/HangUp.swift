import Glibc
import Synchronization

/// The terminal was closed or the system wants the program to end: input ends, so that files are
/// still saved on the way out, and soon nobody is waited for any more.
enum HangUp {
  private static let flag = Atomic(false)
  private static let finalFlag = Atomic(false)
  /// The null device, open: an end of file to who reads, room to who writes.
  private static let nothing = Atomic<Int32>(-1)
  /// How long a reader of the program's output is still waited for, in seconds.
  private static let patience: UInt32 = 1

  /// Whether the program was asked to end.
  static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Whether it was asked to, rather than that its terminal was closed.
  static var isFinal: Bool { finalFlag.load(ordering: .relaxed) }

  /// Fails if so: commands of a script may have been left out, which its caller must learn.
  static func checkNotRequested() throws(Failure) {
    if isRequested { throw Failure(.terminated, "terminated") }
  }

  /// Takes SIGHUP, SIGTERM and SIGQUIT over from the system, which would end the program at once; and
  /// SIGPIPE, as a reader that has gone shows when writing fails.
  static func install() {
    // All must exist before a signal handler touches them.
    flag.store(false, ordering: .relaxed)
    finalFlag.store(false, ordering: .relaxed)
    nothing.store(open("/dev/null", O_RDWR | O_CLOEXEC), ordering: .relaxed)
    for signal in [SIGHUP, SIGTERM, SIGQUIT] { take(signal) { HangUp.request(by: $0) } }
    take(SIGALRM) { _ in HangUp.giveUpOutput() }
    signal(SIGPIPE, SIG_IGN)
  }

  /// With SA_RESTART: the system call that was interrupted is made again, on the same number, which
  /// then means the null device. So it matters not whether the signal comes before the call or
  /// during it, nor who makes the call: libedit and the C library write too.
  private static func take(_ signal: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    action.sa_flags = SA_RESTART
    sigaction(signal, &action, nil)
  }

  /// Whoever reads standard input, or is about to, finds its end.
  private static func request(by signal: Int32) {
    let error = errno
    if signal != SIGHUP { finalFlag.store(true, ordering: .relaxed) }
    if !flag.exchange(true, ordering: .relaxed) { alarm(patience) }
    dup2(nothing.load(ordering: .relaxed), StandardStream.input.descriptor)
    errno = error
  }

  /// A stopped terminal and a pipe that nobody reads would be waited for without end. What goes to a
  /// file still arrives.
  private static func giveUpOutput() {
    let error = errno
    for descriptor in StandardStream.output.descriptor...StandardStream.error.descriptor {
      var status = stat()
      if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
        dup2(nothing.load(ordering: .relaxed), descriptor)
      }
    }
    errno = error
  }
}
