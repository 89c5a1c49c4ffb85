import Tutor

/// The attempts at a lab within one window, each of which may ask for another one.
final class Attempts {
  /// Whether another one is asked for.
  private(set) var isAnotherWanted = false
  /// Whether this is not the first.
  private(set) var isAnew = false

  /// Does `attempt`, and again as long as another one is asked for.
  ///
  /// - Returns: what the last one comes to.
  func run<Result>(_ attempt: () throws(Failure) -> Result) throws(Failure) -> Result {
    while true {
      isAnotherWanted = false
      let result = try attempt()
      guard isAnotherWanted else { return result }
      isAnew = true
    }
  }

  /// How whoever sits at the window asks for another one.
  ///
  /// - Parameters:
  ///   - keeping: what is kept of the window.
  ///   - isKept: whether what was done is kept in a file.
  func restart(_ keeping: Keeping, isKept: Bool) -> Restart {
    guard keeping.record == nil else {
      return .refused("This window is recorded, and a recording is of one attempt: leave it first.")
    }
    let end =
      isKept
      ? "what was done stays in its file as an earlier attempt, and other windows close."
      : "what was done is lost."
    return .possible(meaning: "The lab begins anew, with all its files as at the start; \(end)") {
      self.isAnotherWanted = true
      return nil
    }
  }

  /// What is said at first in a window that has begun anew.
  var opening: [String] { isAnew ? ["This is a new attempt."] : [] }
}

extension Script {
  /// Whether a person types and sees the answers.
  var isAttended: Bool {
    commands == nil && StandardStream.input.isTerminal && StandardStream.output.isTerminal
  }
}
