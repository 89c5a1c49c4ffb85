package import Journal
import Ledger
import MMPShell
package import Store
import Synchronization
import Threads

/// Writes what happens into a state file, behind everybody else and a few times a second only: it
/// seldom takes the processor from whoever types.
package final class EventKeeper: Sendable {
  private struct Hurry {
    /// Whether somebody waits for what is not written yet.
    var isAwaited = false
    /// Whether enough has gathered.
    var hasMuch = false
  }

  private let backlog: Backlog
  private let hurry: Monitor<Hurry>
  /// How long it gathers events after it has written some, in milliseconds.
  private static let rest = 250
  /// When so many have gathered, it writes them sooner.
  private static let enough = 500
  /// So many events are written at a time.
  private static let partSize = 250

  /// A keeper of events in a file.
  ///
  /// - Parameters:
  ///   - whenFailed: told when events cannot be written, once until they can again.
  ///   - whenWritten: told on its thread when some are written.
  package init(
    in file: StateFile, whenFailed: @escaping @Sendable (StoreFault) -> Void,
    whenWritten: @escaping @Sendable () -> Void = {}
  ) {
    let hasFailed = Atomic(false)
    let hurry = Monitor(Hurry())
    self.hurry = hurry
    backlog = Backlog {
      whenFailed(.full)
    } hear: { events in
      do throws(StoreFault) {
        // In small parts, so that a trainee's change waits for none of them long.
        for start in stride(from: 0, to: events.count, by: Self.partSize) {
          let part = events[start...].prefix(Self.partSize).map(EventRow.init)
          try file.write { (writing) throws(StoreFault) in try writing.append(part) }
        }
        hasFailed.store(false, ordering: .relaxed)
        whenWritten()
      } catch {
        // Whoever closes the file has what came last written before.
        if error != .closed, !hasFailed.exchange(true, ordering: .relaxed) { whenFailed(error) }
      }
      _ = hurry.wait(within: Self.rest) { hurry -> Bool? in
        defer { hurry.hasMuch = false }
        return hurry.isAwaited || hurry.hasMuch ? true : nil
      }
      // What cannot be written is lost; what comes may be luckier.
      return true
    }
  }

  /// Writes down what happens from now on.
  package func follow(_ journal: Journal) {
    journal.subscribe { [backlog, hurry] event in
      if backlog.append(event) == Self.enough { hurry.withLock { $0.hasMuch = true } }
    }
  }

  /// Waits until all is written, but not longer than that many milliseconds.
  @discardableResult package func drain(within milliseconds: Int) -> Bool {
    hurry.withLock { $0.isAwaited = true }
    defer { hurry.withLock { $0.isAwaited = false } }
    return backlog.drain(within: milliseconds)
  }
}

extension EventRow {
  /// An event as a row.
  init(_ event: Event) {
    var command: String?
    var error: String?
    switch event.kind {
    case .typed(let typed) where typed.isCommand: command = typed.line
    case .said(_, let id, _) where Self.errors.contains(id): error = id
    default: break
    }
    self.init(
      pod: event.pod, attempt: event.attempt, number: event.number, time: event.time,
      host: event.host, visit: event.actor?.visit, user: event.actor?.user,
      event: event.kind.name, command: command, error: error,
      line: String(decoding: EventLine.bytes(of: event).dropLast(), as: UTF8.self))
  }

  /// The errors among all messages.
  private static let errors = Set(
    Ledger.lab.entries.lazy.filter { $0.kind == "error" }.map(\.id))
}
