package import Journal
import Synchronization

/// Who is at the machines of a pod: it hears what happens there and keeps no more than who is there
/// now.
package final class Attendance: Sendable {
  /// Somebody who is there.
  package struct Attendee: Sendable, Equatable {
    /// The number of their visit.
    package let visit: Int
    /// The machine.
    package let host: String
    /// In what manner.
    package let manner: Manner
    /// The user's name.
    package let user: String
    /// Where they come from.
    package let source: Actor.Source
    /// Since when, in milliseconds since 1970.
    package let since: Int64
    /// When something of theirs happened last, in milliseconds since 1970.
    package fileprivate(set) var lastEvent: Int64
  }

  private struct State {
    var attendees: [Int: Attendee] = [:]
    /// The journal that counts.
    var journal: ObjectIdentifier?
  }

  private let state = Mutex(State())

  /// Nobody is there yet.
  package init() {}

  /// Hears of everything that happens in a world of the pod from now on, and of no earlier world's.
  package func follow(_ journal: Journal) {
    let identity = ObjectIdentifier(journal)
    state.withLock { $0 = State(journal: identity) }
    // The journal lives as long as it tells, so that nobody else has its identity.
    journal.subscribe { [weak self] in self?.hear($0, from: identity) }
  }

  /// The world is gone, and everybody with it.
  package func forget() { state.withLock { $0 = State() } }

  /// Those who are there, in the order in which they came.
  package var present: [Attendee] {
    state.withLock { $0.attendees.values.sorted { $0.visit < $1.visit } }
  }

  private func hear(_ event: Event, from journal: ObjectIdentifier) {
    guard let actor = event.actor, let visit = actor.visit else { return }
    state.withLock { state in
      guard state.journal == journal else { return }
      switch event.kind {
      case .begun(let manner):
        state.attendees[visit] = Attendee(
          visit: visit, host: event.host, manner: manner, user: actor.user, source: actor.source,
          since: event.time, lastEvent: event.time)
      case .ended: state.attendees[visit] = nil
      default: state.attendees[visit]?.lastEvent = event.time
      }
    }
  }
}
