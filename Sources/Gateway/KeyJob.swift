import Glibc
import PKI

/// One key being searched by one thread and waited for by another.
final class KeyJob: @unchecked Sendable {
  private let bits: Int
  // Everything below belongs to whoever holds the lock.
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var events: [PrimeSearchEvent] = []
  private var result: Result<PrivateKey?, OpenSSLError>?
  private var abandoned = false

  init(bits: Int) {
    self.bits = bits
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

  /// Whether nobody wants the key any more.
  var isAbandoned: Bool { locked { abandoned } }

  /// Gives up; the search ends with its next candidate.
  func abandon() { locked { abandoned = true } }

  /// Searches the key.
  func run(_ source: any KeySource) {
    guard !isAbandoned else { return }
    var outcome: Result<PrivateKey?, OpenSSLError>
    do throws(OpenSSLError) {
      outcome = .success(
        try source.rsaKey(bits: bits) { event in
          locked {
            events.append(event)
            pthread_cond_signal(changed)
            return !abandoned
          }
        })
    } catch {
      outcome = .failure(error)
    }
    locked {
      result = outcome
      pthread_cond_signal(changed)
    }
  }

  /// What has happened since it was last asked; waits for something, but not longer than that many
  /// milliseconds.
  func news(
    within milliseconds: Int
  ) -> (events: [PrimeSearchEvent], result: Result<PrivateKey?, OpenSSLError>?) {
    locked {
      if events.isEmpty, result == nil {
        var until = timespec()
        clock_gettime(CLOCK_MONOTONIC, &until)
        until.tv_nsec += milliseconds * 1_000_000
        until.tv_sec += until.tv_nsec / 1_000_000_000
        until.tv_nsec %= 1_000_000_000
        pthread_cond_timedwait(changed, lock, &until)
      }
      defer { events.removeAll(keepingCapacity: true) }
      return (events, result)
    }
  }

  private func locked<Value>(_ body: () -> Value) -> Value {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }
}
