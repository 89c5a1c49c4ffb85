import Journal
public import Lab
import Synchronization

/// How the files of a world's appliances got there, as far as somebody has seen it.
public final class FileOrigins: Sendable {
  /// How.
  enum Origin: Sendable {
    /// With a command of the appliance.
    case made
    /// By SFTP.
    case uploaded
  }

  private struct State {
    var origins: [String: Origin] = [:]
    /// Whether the last command of each visit makes files.
    var makes: [Int: Bool] = [:]
  }

  private let state = Mutex(State())

  /// Sees what happens in a world from now on.
  public init(of world: World) {
    world.journal.subscribe { [weak self] in self?.hear($0) }
  }

  /// How a file got to an appliance; nil if nobody has seen it.
  func origin(of name: String, on host: String) -> Origin? {
    state.withLock { $0.origins[Self.place(name, host)] }
  }

  /// Takes note of what has happened.
  private func hear(_ event: Event) {
    guard let visit = event.actor?.visit else { return }
    switch event.kind {
    case .typed(let typed) where typed.isCommand:
      let words = CommandWords(CommandWords.short(typed.line)).words
      let isMaker = words.first == "pki" && ["csr", "selfsigned"].contains(words.dropFirst().first)
      state.withLock { state in
        if state.makes.count >= Self.mostVisits { state.makes.removeAll() }
        state.makes[visit] = isMaker
      }
    case .ended: state.withLock { $0.makes[visit] = nil }
    case .stored(let file), .replaced(let file):
      state.withLock { state in
        if state.origins.count >= Self.mostFiles { state.origins.removeAll() }
        // Who types no commands has come with files.
        let origin: Origin? = state.makes[visit].map { $0 ? .made : nil } ?? .uploaded
        state.origins[Self.place(file.name, event.host)] = origin
      }
    case .removed(let file):
      state.withLock { $0.origins[Self.place(file.name, event.host)] = nil }
    case .renamed(let file, let old):
      state.withLock { state in
        let origin = state.origins.removeValue(forKey: Self.place(old, event.host))
        state.origins[Self.place(file.name, event.host)] = origin
      }
    default: break
    }
  }

  private static func place(_ name: String, _ host: String) -> String { "\(host)/\(name)" }

  private static let mostVisits = 1_000
  private static let mostFiles = 4_000
}
