import Threads

/// Puts what was committed into the file itself, on a thread of its own, whenever enough waits
/// beside it: no commit waits for the disk.
final class Checkpoints: Sendable {
  /// So many pages of 4 KiB may wait.
  static let threshold = 1_000
  /// When so many wait, the last of them are put into the file while nobody commits: otherwise
  /// commits that never pause would keep it from ever being done.
  static let most = 8 * threshold

  private struct State {
    var pages = 0
    /// From how many on the thread has something to do.
    var limit = Checkpoints.threshold
    var isOver = false
    var thread: Thread?
  }

  private let path: String
  private let state = Monitor(State())

  /// Checkpoints of the file of that path. There is no thread before the first.
  init(path: String) { self.path = path }

  /// Hears that so many pages wait.
  func note(pages: Int) {
    guard pages >= Self.threshold else { return }
    state.withLock { state in
      guard !state.isOver else { return }
      state.pages = pages
      // Where the system has no thread left, the next commit tries again.
      if state.thread == nil { state.thread = Thread { self.work() } }
    }
  }

  /// Ends the thread, and waits for it.
  func end() {
    let thread = state.withLock { state in
      defer { state.thread = nil }
      state.isOver = true
      return state.thread
    }
    thread?.join()
  }

  private func work() {
    var connection: Database?
    while isWanted() {
      connection = connection ?? opened()
      guard let database = connection else {
        // The system has no descriptor left, perhaps: the next commit tries again.
        state.withLock { $0.pages = 0 }
        continue
      }
      let left = Self.advance(database)
      state.withLock { state in
        state.pages = 0
        // Somebody reads what was; without that, the next commit starts again from the first page.
        state.limit = left + Self.threshold
      }
    }
  }

  private func opened() -> Database? {
    // Only a connection that has read knows of what waits.
    guard let database = try? Database(path, patience: 5), (try? database.prepare()) != nil
    else { return nil }
    return database
  }

  private func isWanted() -> Bool {
    state.wait { state -> Bool? in
      if state.isOver { return false }
      return state.pages >= state.limit ? true : nil
    }
  }

  /// How many pages still are in use beside the file; 0 if all are in it.
  private static func advance(_ database: Database) -> Int {
    var waiting = 0
    // What was committed meanwhile is little, and soon done as well.
    for _ in 1...3 {
      guard let result = try? database.checkpoint(holdingWriters: waiting > most) else {
        return waiting
      }
      if result.done == result.waiting { return 0 }
      waiting = result.waiting
    }
    return waiting
  }
}
