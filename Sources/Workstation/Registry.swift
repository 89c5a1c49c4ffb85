import Journal
import Synchronization

/// The registry of PC1, as far as its programs keep anything in it: names of values by key.
package final class Registry: Sendable {
  private let keys = Mutex<[String: Set<String>]>([:])
  private let journal: Journal
  private let machine: String

  /// An empty registry of the machine of that name; the journal's keeper keeps what is added.
  init(journal: Journal, of machine: String) {
    self.journal = journal
    self.machine = machine
  }

  /// The names of the values of a key.
  package subscript(key: String) -> Set<String> { keys.withLock { $0[key] ?? [] } }

  /// Adds values to a key.
  package func add(_ names: Set<String>, to key: String) {
    keys.withLock { keys in
      let values = (keys[key] ?? []).union(names)
      guard values != keys[key] else { return }
      journal.owe([.setting(name: Self.prefix + key, value: Self.text(of: values))], of: machine)
      keys[key] = values
    }
  }

  /// All of it, as it is kept: a setting a key.
  var settings: [String: String] {
    keys.withLock { keys in
      Dictionary(uniqueKeysWithValues: keys.map { (Self.prefix + $0, Self.text(of: $1)) })
    }
  }

  /// Takes up what was kept, in the place of what is there.
  func takeUp(_ settings: [String: String]) {
    keys.withLock { keys in
      keys = [:]
      for (name, text) in settings where name.hasPrefix(Self.prefix) {
        keys[String(name.dropFirst(Self.prefix.count))] = Set(
          text.split(separator: "\n").map(String.init))
      }
    }
  }

  private static let prefix = "registry "

  /// A line for each; no name has one in it.
  private static func text(of names: Set<String>) -> String {
    names.sorted().joined(separator: "\n")
  }
}

extension Workstation {
  /// Its settings as they are kept: values by name.
  public var settings: [String: String] { registry.settings }

  /// Takes up what was kept of it, before anybody sits down at it.
  public func takeUp(settings: [String: String]) { registry.takeUp(settings) }
}
