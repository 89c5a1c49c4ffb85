import Glibc

/// Threads that share out numbered pieces of work; the results come in the order of the numbers.
final class Workers<Result: Sendable>: @unchecked Sendable {
  // All below is read and written under the mutex only.
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>
  private var next = 0
  private var results: [Int: Result] = [:]

  private let count: Int
  private let work: @Sendable (Int) -> Result

  /// Does `work` for each number below `count` on that many threads, and hands each result to
  /// `finish`, on the calling thread, as soon as those before it have been handed over.
  static func run(
    _ count: Int, threads: Int, work: @escaping @Sendable (Int) -> Result,
    finish: (Int, Result) -> Void
  ) {
    let workers = Workers(count, work)
    let started = (0..<min(threads, count)).compactMap { _ in workers.start() }
    // A system without threads has this one.
    if started.isEmpty { workers.workOn() }
    for number in 0..<count { finish(number, workers.result(number)) }
    for thread in started { pthread_join(thread, nil) }
  }

  private init(_ count: Int, _ work: @escaping @Sendable (Int) -> Result) {
    self.count = count
    self.work = work
    mutex = .allocate(capacity: 1)
    changed = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    pthread_cond_destroy(changed)
    mutex.deallocate()
    changed.deallocate()
  }

  private func locked<Value>(_ body: () -> Value) -> Value {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }

  /// Starts a thread with as much stack as the first one has.
  private func start() -> pthread_t? {
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    pthread_attr_init(attributes)
    defer {
      pthread_attr_destroy(attributes)
      attributes.deallocate()
    }
    pthread_attr_setstacksize(attributes, 8 << 20)
    let box = Unmanaged.passRetained(Box { self.workOn() })
    var thread: pthread_t = 0
    let status = pthread_create(&thread, attributes, runBox, box.toOpaque())
    if status != 0 { box.release() }
    return status == 0 ? thread : nil
  }

  private func workOn() {
    while let number = take() {
      let result = work(number)
      locked {
        results[number] = result
        pthread_cond_signal(changed)
      }
    }
  }

  private func take() -> Int? {
    locked {
      guard next < count else { return nil }
      defer { next += 1 }
      return next
    }
  }

  private func result(_ number: Int) -> Result {
    locked {
      while true {
        if let result = results.removeValue(forKey: number) { return result }
        pthread_cond_wait(changed, mutex)
      }
    }
  }
}

private final class Box {
  let body: () -> Void
  init(_ body: @escaping () -> Void) { self.body = body }
}

private func runBox(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let argument { Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body() }
  return nil
}
