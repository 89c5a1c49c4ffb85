package import Journal
package import LineEditing
import Synchronization

/// The terminals that are open in a pod.
package final class TerminalBoard: Sendable {
  /// One of them.
  package struct Terminal: Sendable {
    /// The number of the visit; nil if it has none.
    package let visit: Int?
    /// The machine's name in its world.
    package let host: String
    /// The session as others see it.
    package let view: TerminalView
  }

  private struct Entry: Sendable {
    let visit: Int?
    let host: String
    weak var view: TerminalView?
  }

  private let entries = Mutex<[Entry]>([])

  /// None is open yet.
  package init() {}

  /// Somebody opens one; it is on the board for as long as somebody has the view.
  package func open(_ presence: Presence) -> TerminalView {
    let view = TerminalView()
    entries.withLock { entries in
      entries.removeAll { $0.view == nil }
      entries.append(Entry(visit: presence.actor?.visit, host: presence.host, view: view))
    }
    return view
  }

  /// Those that are open, the oldest first.
  package var terminals: [Terminal] {
    entries.withLock { entries in
      entries.compactMap { entry in
        guard let view = entry.view, !view.hasEnded else { return nil }
        return Terminal(visit: entry.visit, host: entry.host, view: view)
      }
    }
  }

  /// Leaves lines for the next prompt of each.
  ///
  /// - Returns: at how many.
  package func tell(_ text: String) -> Int { terminals.count { $0.view.tell(text) } }
}
