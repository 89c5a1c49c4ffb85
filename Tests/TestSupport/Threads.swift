import Foundation
import Synchronization

/// A value under a lock that several threads have.
package final class Guarded<Value: Sendable>: Sendable {
  private let state: Mutex<Value>

  /// The value at first.
  package init(_ value: Value) { state = Mutex(value) }

  /// The value now.
  package var value: Value { state.withLock { $0 } }

  /// Changes it while nobody else does.
  package func change<Result>(
    _ body: (inout sending Value) -> sending Result
  ) -> sending Result {
    state.withLock(body)
  }
}

/// Does something on so many threads of its own, and waits for all: tasks would share two.
package func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  let done = DispatchSemaphore(value: 0)
  for number in 0..<count {
    Thread.detachNewThread {
      body(number)
      done.signal()
    }
  }
  for _ in 0..<count { done.wait() }
}
