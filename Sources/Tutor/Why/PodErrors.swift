public import Journal
public import Lab
import Ledger
import MMPShell
import Synchronization
import Time
import Words

/// Keeps the last error of a pod, wherever in it somebody met it.
public final class PodErrors: Sendable {
  private struct State {
    var last: Incident?
    /// The last command of each visit.
    var lines: [Int: String] = [:]
  }

  private let state = Mutex(State())

  /// Hears what happens in a world from now on.
  public init(of world: World) {
    world.journal.subscribe { [weak self] in self?.hear($0) }
  }

  /// Hears nothing by itself; see ``hear(_:)``.
  public init() {}

  /// The last error; nil if there was none yet.
  public var last: Incident? { state.withLock { $0.last } }

  /// Takes note of what has happened.
  public func hear(_ event: Event) {
    switch event.kind {
    case .typed(let typed) where typed.isCommand:
      guard let visit = event.actor?.visit else { return }
      let line = CommandWords.short(typed.line)
      state.withLock { state in
        // Who leaves is forgotten; more than these are never there at a time.
        if state.lines.count >= Self.mostVisits { state.lines.removeAll() }
        state.lines[visit] = line
      }
    case .ended:
      guard let visit = event.actor?.visit else { return }
      state.withLock { $0.lines[visit] = nil }
    case .said(_, let id, let values):
      guard let message = Self.errors[id] else { return }
      state.withLock { state in
        state.last = Incident(
          message,
          values: values,
          line: event.actor?.visit.flatMap { state.lines[$0] } ?? "", host: event.host,
          time: event.labTime, event: event.number)
      }
    default: break
    }
  }

  private static let mostVisits = 1_000

  /// The errors of the lab by their names.
  static let errors: [String: Message] = Dictionary(
    Ledger.labMessages.filter { $0.advice != nil }.map { ($0.id, $0) },
    uniquingKeysWith: { first, _ in first })
}
