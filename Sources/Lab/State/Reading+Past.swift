package import Journal
package import Store

extension Reading {
  /// No more of what happened in an attempt is looked at.
  static let mostPast = 10_000

  /// What happened in an attempt, the oldest first, as far as tasks may ask for it.
  package func past(of attempt: AttemptRow) throws(StoreFault) -> [Event] {
    try lastEvents(
      of: attempt.pod, attempt: attempt.number, limit: Self.mostPast, hasSaid: true
    ).compactMap(Event.init(past:))
  }
}
