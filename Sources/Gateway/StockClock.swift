import Glibc

/// The times that a stock of keys goes by, all in microseconds.
struct StockClock: Sendable {
  /// What the calling thread has computed so far: a search that others interrupt is none the slower.
  var computed: @Sendable () -> Int
  /// A clock that nobody sets.
  var now: @Sendable () -> Int
  /// Waits.
  var sleep: @Sendable (Int) -> Void

  /// The host's.
  static let host = StockClock(
    computed: { microseconds(of: CLOCK_THREAD_CPUTIME_ID) },
    now: { microseconds(of: CLOCK_MONOTONIC) },
    sleep: { usleep(UInt32(clamping: $0)) })

  private static func microseconds(of clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
  }
}
