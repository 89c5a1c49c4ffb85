import Lab
import Store
import Tutor

/// A window's time in one attempt at a lab.
struct Stay {
  /// The lab.
  let world: World
  /// What it was begun as.
  let setting: Setting
  /// What it says beside its machines; nil where nobody could ask.
  let tutoring: Tutoring?
  /// The windows of other processes on it; nil if there can be none.
  let windows: WorldWindows?
  /// The attempts within the window.
  let attempts: Attempts
  /// Whether what is done is kept in a file.
  let isKept: Bool

  /// Does `body` in the world that a file keeps, and again in each new attempt that is asked for.
  static func each(
    in file: StateFile, at place: WorldPlace, as setting: Setting, _ attempts: Attempts,
    _ body: (Stay) throws(Failure) -> Failure.Status?
  ) throws(Failure) -> Failure.Status? {
    var kept = try KeptWorld.opened(in: file, at: place, as: setting)
    defer { kept.close() }
    return try attempts.run { () throws(Failure) in
      if attempts.isAnew { kept = try kept.begunAnew() }
      let tutoring = Tutoring(of: kept.world, progress: kept.progress)
      let windows = kept.windows(tutoring, attempts)
      defer { windows?.close(isAnew: attempts.isAnotherWanted) }
      return try body(
        Stay(
          world: kept.world, setting: kept.setting, tutoring: tutoring, windows: windows,
          attempts: attempts, isKept: true))
    }
  }

  /// The same in a world that lasts as long as the window.
  ///
  /// - Parameters:
  ///   - tasks: what is to be done in it.
  ///   - isAttended: whether somebody is there to whom the lab may speak: else nothing is listened to.
  static func each(
    as setting: Setting, with tasks: PlannedTasks?, isAttended: Bool, _ attempts: Attempts,
    _ body: (Stay) throws(Failure) -> Failure.Status?
  ) throws(Failure) -> Failure.Status? {
    return try attempts.run { () throws(Failure) in
      let world = try setting.lab()
      let progress = tasks?.progress(in: world)
      defer { progress?.end() }
      return try body(
        Stay(
          world: world, setting: setting,
          tutoring: isAttended ? Tutoring(of: world, progress: progress) : nil, windows: nil,
          attempts: attempts, isKept: false))
    }
  }

  /// Waits for the other windows, unless they end with the attempt.
  func linger() { if attempts.leave() { windows?.linger() } }
}
