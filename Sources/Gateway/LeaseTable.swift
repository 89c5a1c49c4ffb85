import Synchronization

/// All connections there are.
final class LeaseTable: Sendable {
  private struct State {
    var leases: [Int: Lease] = [:]
    var next = 0
    /// Since memory was last given back: most connections at a time, and how many ended.
    var peak = 0
    var ended = 0
  }

  private let state = Mutex(State())

  /// How many there are.
  var count: Int { state.withLock { $0.leases.count } }

  /// Takes a new connection up. If too many have not logged in, the oldest of those is cut: it had
  /// its time, and whoever floods cuts mostly himself.
  func add(_ lease: Lease, unauthenticated limit: Int) -> Int {
    state.withLock { state in
      // Counting is needed only where the limit could be reached.
      if state.leases.count >= limit {
        let waiting = state.leases.filter { !$0.value.isLoggedIn && !$0.value.isCut }
        if waiting.count >= limit { waiting.min { $0.key < $1.key }?.value.cut() }
      }
      state.next += 1
      state.leases[state.next] = lease
      state.peak = max(state.peak, state.leases.count)
      return state.next
    }
  }

  /// Takes a connection out. True if it was the last of many, and memory is worth giving back.
  func remove(_ id: Int) -> Bool {
    state.withLock { state in
      state.leases[id] = nil
      state.ended += 1
      guard state.leases.isEmpty, state.peak >= 16, state.ended >= 64 else { return false }
      (state.peak, state.ended) = (0, 0)
      return true
    }
  }

  /// Cuts those whose time is over; the time at which to look again.
  func cutExpired(at now: Int) -> Int {
    let leases = state.withLock { Array($0.leases.values) }
    var next = Int.max
    for lease in leases {
      if lease.end <= now { lease.cut() } else { next = min(next, lease.end) }
    }
    return next
  }

  /// Cuts all.
  func cutAll() {
    for lease in state.withLock({ Array($0.leases.values) }) { lease.cut() }
  }
}
