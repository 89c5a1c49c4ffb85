#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What signals do to the program.
enum Signals {
  /// A file that may not grow is one that cannot be written, as on a full disk, and no reason to end
  /// before the other files are written.
  static func reportLimits() { signal(SIGXFSZ, SIG_IGN) }
}
