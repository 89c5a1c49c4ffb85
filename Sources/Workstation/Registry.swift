import Synchronization

/// The registry of PC1, as far as its programs keep anything in it: names of values by key.
package final class Registry: Sendable {
  private let keys = Mutex<[String: Set<String>]>([:])

  init() {}

  /// The names of the values of a key.
  package subscript(key: String) -> Set<String> { keys.withLock { $0[key] ?? [] } }

  /// Adds values to a key.
  package func add(_ names: Set<String>, to key: String) {
    keys.withLock { $0[key, default: []].formUnion(names) }
  }
}
