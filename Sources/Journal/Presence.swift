/// Somebody at a machine who does things there: where what they do is told.
public struct Presence: Sendable {
  /// Who hears of it.
  public let journal: Journal
  /// The machine's name in its world, which a new host name does not change.
  public let host: String
  /// Who it is; nil for what happens by itself.
  public let actor: Actor?

  /// A presence at a machine.
  public init(_ journal: Journal, host: String, actor: Actor?) {
    self.journal = journal
    self.host = host
    self.actor = actor
  }

  /// Numbers what happened, to be told by the next ``Journal/deliver()``. For whoever holds a lock.
  public func commit(_ kind: Event.Kind) { journal.commit(kind, at: host, by: actor) }

  /// Tells what happened.
  public func record(_ kind: Event.Kind) { journal.record(kind, at: host, by: actor) }
}
