import PKI
import Threads

/// What one thread does and another waits for.
protocol Job: AnyObject, Sendable {
  /// Whether nobody wants it any more.
  var isAbandoned: Bool { get }

  /// Does it.
  func run()
}

/// One key being searched by one thread and waited for by another.
final class KeyJob: Job {
  private struct State {
    var events: [PrimeSearchEvent] = []
    var result: Result<PrivateKey?, OpenSSLError>?
    var isAbandoned = false
  }

  private let bits: Int
  private let source: any KeySource
  private let state = Monitor(State())

  init(bits: Int, from source: any KeySource) {
    self.bits = bits
    self.source = source
  }

  /// Whether nobody wants the key any more.
  var isAbandoned: Bool { state.withLock { $0.isAbandoned } }

  /// Gives up; the search ends with its next candidate.
  func abandon() { state.withLock { $0.isAbandoned = true } }

  /// Searches the key.
  func run() {
    guard !isAbandoned else { return }
    var outcome: Result<PrivateKey?, OpenSSLError>
    do throws(OpenSSLError) {
      outcome = .success(
        try source.rsaKey(bits: bits) { event in
          state.withLock { state in
            state.events.append(event)
            return !state.isAbandoned
          }
        })
    } catch {
      outcome = .failure(error)
    }
    state.withLock { $0.result = outcome }
  }

  /// What has happened since it was last asked; waits for something, but not longer than that many
  /// milliseconds.
  func news(
    within milliseconds: Int
  ) -> (events: [PrimeSearchEvent], result: Result<PrivateKey?, OpenSSLError>?) {
    state.wait(within: milliseconds) { state in
      guard !state.events.isEmpty || state.result != nil else { return nil }
      defer { state.events.removeAll(keepingCapacity: true) }
      return (state.events, state.result)
    } ?? ([], nil)
  }
}
