import Synchronization

/// How far something has come that may never end, for whoever waits for it.
final class Whereabouts: Sendable {
  private let state = Mutex<String?>(nil)

  /// In words; nil at its beginning.
  var words: String? {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }
}
