import LineEditing
import Synchronization

/// Hands on what a watched terminal shows. Whoever takes it too slowly loses some, and is told;
/// the trainee never waits.
final class WatchRelay: Sendable {
  private struct State {
    var lost = 0
    var hasEnded = false
  }

  private let state = Mutex(State())
  private let asker: any ClassAsker
  /// How much may be on its way, in bytes.
  static let limit = 256 << 10

  init(to asker: any ClassAsker) { self.asker = asker }

  /// Whether the session is over.
  var hasEnded: Bool { state.withLock { $0.hasEnded } }

  /// Something was shown.
  func take(_ sight: TerminalView.Sight) {
    state.withLock { state in
      switch sight {
      case .end:
        state.hasEnded = true
        asker.wake()
      case .bytes(let bytes):
        guard asker.pending + bytes.count <= Self.limit else { return state.lost += bytes.count }
        tell(&state)
        asker.push(bytes)
      }
    }
  }

  /// Says what was lost, once there is room for that.
  func catchUp() {
    state.withLock { state in if asker.pending == 0 { tell(&state) } }
  }

  private func tell(_ state: inout State) {
    guard state.lost > 0 else { return }
    asker.push(Array("\r\n| \(state.lost) bytes were too fast and are not shown\r\n".utf8))
    state.lost = 0
  }
}
