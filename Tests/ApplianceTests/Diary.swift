import Appliance
import Foundation
import Journal
import Synchronization

/// A journal and what it told, as short texts.
final class Diary: Sendable {
  let journal = Journal()
  private let events = Mutex<[Event]>([])

  init() {
    journal.subscribe { [weak self] event in self?.events.withLock { $0.append(event) } }
  }

  /// The events since the last call, with who is behind them.
  func take() -> [Event] {
    events.withLock { events in
      defer { events = [] }
      return events
    }
  }

  /// As ``take()``, in words.
  func words() -> [String] { take().map { Self.words(of: $0.kind) } }

  static func words(of kind: Event.Kind) -> String {
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

  /// A file of `fixtures/files/pki`.
  static func fixture(_ name: String, as newName: String? = nil) throws -> FileStore.File {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../fixtures/files/pki").standardizedFileURL
    return FileStore.File(
      name: newName ?? name,
      contents: [UInt8](try Data(contentsOf: folder.appending(path: name))))
  }
}

extension Admission {
  var pass: Pass? { if case .admitted(let pass) = self { pass } else { nil } }
  /// Whether it is a refusal, and the last one.
  var refusal: Bool? { if case .refused(let isLast) = self { isLast } else { nil } }
}
