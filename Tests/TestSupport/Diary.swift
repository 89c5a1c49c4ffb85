package import Journal

/// What a journal told, as events or as short texts.
package final class Diary: Sendable {
  /// The journal.
  package let journal: Journal
  private let events = Guarded<[Event]>([])

  /// Listens to a journal from now on.
  package init(of journal: Journal = Journal()) {
    self.journal = journal
    journal.subscribe { [events] event in events.change { $0.append(event) } }
  }

  /// The events since the last call, with who is behind them.
  package func take() -> [Event] {
    events.change { events in
      defer { events = [] }
      return events
    }
  }

  /// As ``take()``, in words.
  package func words() -> [String] { take().map { Self.words(of: $0.kind) } }

  /// An event in a few words.
  package static func words(of kind: Event.Kind) -> String {
    func words(_ verb: String, _ file: FileNote) -> String {
      "\(verb) \(file.name) \(file.size) \(file.holds)"
    }
    return switch kind {
    case .begun(let manner): "begun \(manner)"
    case .ended(let manner): "ended \(manner)"
    case .refused(let reason): "refused \(reason)"
    case .stored(let file): words("stored", file)
    case .replaced(let file): words("replaced", file)
    case .removed(let file): words("removed", file)
    case .renamed(let file, let from): "\(words("renamed", file)) from \(from)"
    case .rebooted: "rebooted"
    case .changed(let setting, let value): "changed \(setting) \(value)"
    default: "\(kind)"
    }
  }
}
