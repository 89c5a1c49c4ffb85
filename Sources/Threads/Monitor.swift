import Glibc

/// A state that several threads share, and wait for to change: a lock with a condition.
public final class Monitor<State: Sendable>: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  /// Belongs to whoever holds the lock.
  private var state: State

  /// The state at first.
  public init(_ state: State) {
    self.state = state
    pthread_mutex_init(lock, nil)
    // By the clock that nobody sets: a wait must not become an hour.
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(changed, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  /// Reads or changes the state while nobody else does; all who wait look at it again.
  @discardableResult
  public func withLock<Result>(_ body: (inout State) -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer {
      pthread_cond_broadcast(changed)
      pthread_mutex_unlock(lock)
    }
    return body(&state)
  }

  /// Waits until `look`, which may take something out of the state, finds what it looks for.
  public func wait<Found>(for look: (inout State) -> Found?) -> Found {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while true {
      if let found = found(by: look) { return found }
      pthread_cond_wait(changed, lock)
    }
  }

  /// As ``wait(for:)``, but not longer than that many milliseconds; nil if it was in vain.
  public func wait<Found>(
    within milliseconds: Int, for look: (inout State) -> Found?
  ) -> Found? {
    var end = timespec()
    clock_gettime(CLOCK_MONOTONIC, &end)
    end.tv_nsec += milliseconds % 1_000 * 1_000_000
    end.tv_sec += milliseconds / 1_000 + end.tv_nsec / 1_000_000_000
    end.tv_nsec %= 1_000_000_000
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while true {
      if let found = found(by: look) { return found }
      guard pthread_cond_timedwait(changed, lock, &end) == 0 else { return found(by: look) }
    }
  }

  private func found<Found>(by look: (inout State) -> Found?) -> Found? {
    guard let found = look(&state) else { return nil }
    // Somebody else may wait for room where `look` has taken something out.
    pthread_cond_broadcast(changed)
    return found
  }
}
