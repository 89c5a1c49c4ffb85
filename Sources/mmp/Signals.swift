import Glibc

/// What signals do to the program.
enum Signals {
  /// Takes over what would end a session without saving, before there is one: from the first moment
  /// on signals do what they do later. At a terminal Ctrl-C is no end of the program either.
  static func takeOverForSession() {
    HangUp.install()
    if StandardStream.input.isTerminal { Interruption.install() }
  }

  /// A file that may not grow is one that cannot be written, as on a full disk, and no reason to end
  /// before the other files are written.
  static func reportLimits() { signal(SIGXFSZ, SIG_IGN) }
}
