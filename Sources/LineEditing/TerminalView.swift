import Synchronization

/// A terminal session as others see it: whoever leads a class leaves lines for its next prompt, and
/// watches what it is sent. Any thread may; none of it is ever waited for.
public final class TerminalView: Sendable {
  /// What a watcher sees.
  public enum Sight: Sendable, Equatable {
    /// What the terminal is sent, with its line ends and control sequences.
    case bytes([UInt8])
    /// The session is over; nothing follows.
    case end
  }

  /// Somebody who watches. It is called on the session's thread and must not wait, nor call back.
  public typealias Watcher = @Sendable (Sight) -> Void

  private struct State {
    var asides: [String] = []
    /// What was shown since the last prompt began, that one included; nil if it is too much.
    var line: [UInt8]? = []
    var watchers: [Int: Watcher] = [:]
    var lastWatcher = 0
    var hasEnded = false
  }

  private let state = Mutex(State())

  /// Most lines that wait for a prompt.
  public static let mostAsides = 32
  /// How much of the line in the making a newcomer is shown, in bytes: as much as anybody types.
  private static let longestLine = 1_024

  /// A session nobody watches.
  public init() {}

  deinit { end() }

  /// Whether the session is over.
  public var hasEnded: Bool { state.withLock { $0.hasEnded } }

  // MARK: - Those who lead

  /// Leaves lines in the lab's voice for the next prompt.
  ///
  /// - Returns: false if they are lost: the session is over, or too many wait already.
  @discardableResult
  public func tell(_ text: String) -> Bool {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return state.withLock { state in
      guard !state.hasEnded, state.asides.count + lines.count <= Self.mostAsides else {
        return false
      }
      state.asides += lines
      return true
    }
  }

  /// Has somebody see what is shown from now on, after the prompt and line that are there already.
  ///
  /// - Returns: what ``unwatch(_:)`` takes.
  public func watch(_ watcher: @escaping Watcher) -> Int {
    state.withLock { state in
      if let line = state.line, !line.isEmpty { watcher(.bytes(line)) }
      if state.hasEnded { watcher(.end) }
      state.lastWatcher += 1
      if !state.hasEnded { state.watchers[state.lastWatcher] = watcher }
      return state.lastWatcher
    }
  }

  /// Has a watcher see no more; it is not called once this returns.
  public func unwatch(_ number: Int) { state.withLock { $0.watchers[number] = nil } }

  // MARK: - The session

  /// The lines for the prompt that is about to be shown.
  func takeAsides() -> [String] {
    state.withLock { state in
      defer { state.asides = [] }
      return state.asides
    }
  }

  /// Bytes were sent.
  ///
  /// - Parameter prompt: where among them the last prompt begins; nil if none does.
  func show(_ bytes: [UInt8], promptAt prompt: Int?) {
    state.withLock { state in
      if prompt != nil { state.line = [] }
      let rest = bytes[(prompt ?? 0)...]
      if let line = state.line, line.count + rest.count <= Self.longestLine {
        state.line?.append(contentsOf: rest)
      } else {
        state.line = nil
      }
      for watcher in state.watchers.values { watcher(.bytes(bytes)) }
    }
  }

  /// The session is over.
  public func end() {
    state.withLock { state in
      guard !state.hasEnded else { return }
      state.hasEnded = true
      for watcher in state.watchers.values { watcher(.end) }
      state.watchers = [:]
    }
  }
}
