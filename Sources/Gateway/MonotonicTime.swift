import Glibc

/// A clock that nobody sets: milliseconds since some moment.
enum MonotonicTime {
  /// The time.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
