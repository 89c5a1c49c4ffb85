import Synchronization

/// All connections there are.
final class LeaseTable: Sendable {
  private struct State {
    var leases: [Int: Lease] = [:]
    var next = 0
    /// Since memory was last given back: most connections at a time, and how many ended.
    var peak = 0
    var ended = 0

    /// Those that have not logged in.
    var strangers: [Int: Lease] { leases.filter { !$0.value.isLoggedIn && !$0.value.isCut } }
  }

  private let state = Mutex(State())

  /// How many there are.
  var count: Int { state.withLock { $0.leases.count } }

  /// Takes a new connection up. If too many have not logged in, one of those is cut: whoever floods
  /// cuts himself.
  func add(_ lease: Lease, unauthenticated limit: Int) -> Int {
    state.withLock { state in
      // Counting is needed only where the limit could be reached.
      if state.leases.count >= limit {
        let strangers = state.strangers
        if strangers.count >= limit { Self.mostDispensable(of: strangers, besides: lease)?.cut() }
      }
      state.next += 1
      state.leases[state.next] = lease
      state.peak = max(state.peak, state.leases.count)
      return state.next
    }
  }

  /// Cuts a connection that has not logged in, as there is no room for another; false if there is
  /// none.
  @discardableResult
  func cutStranger() -> Bool {
    let stranger = state.withLock { Self.mostDispensable(of: $0.strangers, besides: nil) }
    stranger?.cut()
    return stranger != nil
  }

  /// Of the source that has most of `strangers` and the newcomer, the oldest one that has not exchanged
  /// keys, else the oldest; of several such sources that whose one is the oldest.
  private static func mostDispensable(
    of strangers: [Int: Lease], besides newcomer: Lease?
  ) -> Lease? {
    var counts: [Source: Int] = newcomer.map { [$0.source: 1] } ?? [:]
    for lease in strangers.values { counts[lease.source, default: 0] += 1 }
    let most = strangers.values.lazy.compactMap { counts[$0.source] }.max()
    return strangers.filter { counts[$0.value.source] == most }
      .min { one, other in
        (one.value.hasExchangedKeys ? 1 : 0, one.key)
          < (other.value.hasExchangedKeys ? 1 : 0, other.key)
      }?.value
  }

  /// Takes a connection out. True if few are left of many, and memory is worth giving back: somebody
  /// who stays must not keep for ever what a crowd has left behind.
  func remove(_ id: Int) -> Bool {
    state.withLock { state in
      state.leases[id] = nil
      state.ended += 1
      guard state.leases.count <= state.peak / 8, state.peak >= 16, state.ended >= 16 else {
        return false
      }
      (state.peak, state.ended) = (state.leases.count, 0)
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
