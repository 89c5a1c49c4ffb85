import Synchronization

/// Another window has the lab begun anew: the one at this process's terminal stops where it is.
enum Renewal {
  private static let flag = Atomic(false)

  /// Whether that was asked for since the last ``reset()``.
  static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// A new attempt begins.
  static func reset() { flag.store(false, ordering: .relaxed) }

  /// Whoever waits for a key of the terminal finds out; from any thread.
  static func request() {
    flag.store(true, ordering: .relaxed)
    WindowChange.note()
  }
}
