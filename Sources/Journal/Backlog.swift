import Glibc

/// Tells a subscriber behind everybody else, on a thread of its own: a slow disk or reader holds up
/// no session. It keeps a bounded number of events; when a subscriber is that far behind, the rest
/// is lost and it is told so.
public final class Backlog: @unchecked Sendable {
  /// Most events that wait.
  public static let capacity = 100_000

  private let hear: ([Event]) -> Bool
  private let overflow: @Sendable () -> Void
  // Everything below belongs to whoever holds the lock.
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var waiting: [Event] = []
  private var isTelling = false
  private var isOver = false
  private var hasThread = false

  /// A backlog of a subscriber that is told several events at once; false from it ends the telling.
  ///
  /// - Parameter overflow: called once if events had to be dropped; nothing is told after that.
  public init(
    overflow: @escaping @Sendable () -> Void, hear: @escaping @Sendable ([Event]) -> Bool
  ) {
    self.hear = hear
    self.overflow = overflow
    pthread_mutex_init(lock, nil)
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

  /// Takes an event up.
  public func append(_ event: Event) {
    var isFull = false
    locked {
      guard !isOver else { return }
      guard waiting.count < Self.capacity else {
        isOver = true
        isFull = true
        waiting = []
        pthread_cond_broadcast(changed)
        return
      }
      waiting.append(event)
      if !hasThread { startThread() }
      pthread_cond_broadcast(changed)
    }
    if isFull { overflow() }
  }

  /// Waits until all is told, but not longer than that many milliseconds; false if some is not.
  @discardableResult public func drain(within milliseconds: Int) -> Bool {
    var until = timespec()
    clock_gettime(CLOCK_MONOTONIC, &until)
    until.tv_nsec += milliseconds % 1000 * 1_000_000
    until.tv_sec += milliseconds / 1000 + until.tv_nsec / 1_000_000_000
    until.tv_nsec %= 1_000_000_000
    return locked {
      while hasThread, isTelling || !waiting.isEmpty, !isOver {
        guard pthread_cond_timedwait(changed, lock, &until) == 0 else { return false }
      }
      return true
    }
  }

  private func startThread() {
    var thread = pthread_t()
    let this = Unmanaged.passRetained(self).toOpaque()
    hasThread =
      pthread_create(
        &thread, nil,
        { argument in
          guard let argument else { return nil }
          Unmanaged<Backlog>.fromOpaque(argument).takeRetainedValue().work()
          return nil
        }, this) == 0
    if hasThread {
      pthread_detach(thread)
    } else {
      Unmanaged<Backlog>.fromOpaque(this).release()
    }
  }

  private func work() {
    while let events = next() {
      let goesOn = hear(events)
      locked {
        isTelling = false
        if !goesOn {
          isOver = true
          waiting = []
        }
        pthread_cond_broadcast(changed)
      }
      if !goesOn { return }
    }
  }

  /// What waits, or what comes next; nil if it is over.
  private func next() -> [Event]? {
    locked {
      while waiting.isEmpty, !isOver { pthread_cond_wait(changed, lock) }
      guard !isOver else { return nil }
      defer { waiting = [] }
      isTelling = true
      return waiting
    }
  }

  private func locked<Value>(_ body: () -> Value) -> Value {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }
}
