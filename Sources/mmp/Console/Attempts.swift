import Synchronization
import Tutor

/// The attempts at a lab within one window, each of which may ask for another one; so may the
/// windows of other processes on the same world.
final class Attempts: Sendable {
  private struct State {
    /// Whether another one is asked for.
    var isAnotherWanted = false
    /// Whether it is by another window.
    var isOtherWindow = false
    /// Whether this is not the first.
    var isAnew = false
    /// Whether the window was left, and only those of others are open.
    var isLeft = false
  }

  private let state = Mutex(State())
  /// Whether the window is recorded.
  private let isRecorded: Bool
  /// Whether a person types at it.
  private let isAttended: Bool

  init(isRecorded: Bool, isAttended: Bool) {
    self.isRecorded = isRecorded
    self.isAttended = isAttended
  }

  /// Whether another one is asked for.
  var isAnotherWanted: Bool { state.withLock { $0.isAnotherWanted } }
  /// Whether this is not the first.
  var isAnew: Bool { state.withLock { $0.isAnew } }

  /// Does `attempt`, and again as long as another one is asked for.
  ///
  /// - Returns: what the last one comes to.
  func run<Result>(_ attempt: () throws(Failure) -> Result) throws(Failure) -> Result {
    while true {
      Renewal.reset()
      let result = try attempt()
      let isOver = state.withLock { state in
        guard state.isAnotherWanted else { return true }
        (state.isAnotherWanted, state.isAnew) = (false, true)
        return false
      }
      if isOver { return result }
    }
  }

  /// How whoever sits at the window asks for another one.
  ///
  /// - Parameter isKept: whether what was done is kept in a file.
  func restart(isKept: Bool) -> Restart {
    guard !isRecorded else {
      return .refused(
        "This window is recorded, and a recording is of one attempt: exit, and start again with "
          + (isKept ? "--fresh and another file for --record." : "another file for --record."))
    }
    let end = isKept ? Self.keptEnd : "what was done is lost."
    return .possible(meaning: Self.meaning + end) {
      self.state.withLock { ($0.isAnotherWanted, $0.isOtherWindow) = (true, false) }
      return nil
    }
  }

  /// How whoever sits at another window on the same world asks for one.
  ///
  /// - Parameter whenAsked: told when that is done; the first window is about to do it.
  func restartFromOtherWindow(whenAsked: @escaping () -> Void) -> Restart {
    guard !isRecorded, isAttended else {
      let reason = isRecorded ? "is recorded, and a recording is of one attempt" : "is a program's"
      return .refused(
        "The window that has opened this lab \(reason): leave all windows, and start again with "
          + "--fresh.")
    }
    return .possible(meaning: Self.meaning + Self.keptEnd) {
      let isLeft = self.state.withLock { state in
        if !state.isLeft { (state.isAnotherWanted, state.isOtherWindow) = (true, true) }
        return state.isLeft
      }
      guard !isLeft else {
        return "The window that has opened this lab was left: leave all others too, and start "
          + "again with --fresh."
      }
      whenAsked()
      Renewal.request()
      return nil
    }
  }

  private static let meaning = "The lab begins anew, with all its files as at the start; "
  private static let keptEnd =
    "what was done stays in its file as an earlier attempt, and all windows go on in the new one."

  /// The window is left for good, unless another attempt is asked for.
  ///
  /// - Returns: whether it is.
  func leave() -> Bool {
    state.withLock { state in
      state.isLeft = !state.isAnotherWanted
      return state.isLeft
    }
  }

  /// What is said at first in a window that has begun anew.
  var opening: [String] {
    state.withLock { state in
      guard state.isAnew else { return [] }
      return [
        state.isOtherWindow
          ? "Another window has begun the lab anew: this is a new attempt."
          : "This is a new attempt."
      ]
    }
  }
}

extension Script {
  /// Whether a person types and sees the answers.
  var isAttended: Bool {
    commands == nil && StandardStream.input.isTerminal && StandardStream.output.isTerminal
  }
}
