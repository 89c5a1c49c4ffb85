/// What the program was started for: a plain value, filled in by the parser or by nobody.
protocol Job {
  /// Does it.
  ///
  /// - Returns: the status to end with; nil if all is well.
  func run() throws(Failure) -> Failure.Status?
}

extension Job {
  /// Does it, and says what failed.
  ///
  /// - Returns: the program's exit status.
  func status() -> Int32 {
    do throws(Failure) {
      return try run()?.rawValue ?? 0
    } catch {
      StandardStream.error.say(error.description)
      return error.status.rawValue
    }
  }
}
