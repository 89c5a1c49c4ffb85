import PKI
import Threads

/// One key being searched by one thread and waited for by another.
final class KeyJob: Sendable {
  private struct State {
    var events: [PrimeSearchEvent] = []
    var result: Result<PrivateKey?, OpenSSLError>?
    var isAbandoned = false
  }

  private let bits: Int
  private let state = Monitor(State())

  init(bits: Int) { self.bits = bits }

  /// Whether nobody wants the key any more.
  var isAbandoned: Bool { state.withLock { $0.isAbandoned } }

  /// Gives up; the search ends with its next candidate.
  func abandon() { state.withLock { $0.isAbandoned = true } }

  /// Searches the key.
  func run(_ source: any KeySource) {
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
