import Console

/// A line of commands on its way.
final class LineRun {
  private let window: WindowState
  private var rest: ArraySlice<CommandLine.Pipeline>
  /// Whether the last pipeline did what it should.
  private var isDone = true
  /// Whether a `||` was passed over, and with it what follows behind `&&`.
  private var skipsGroup = false

  init(_ line: CommandLine, in window: WindowState) {
    self.window = window
    rest = line.pipelines[...]
  }

  /// Runs what is left; stops where a program takes over the window and comes back after it.
  func proceed(on screen: any Screen) -> Reply {
    while let pipeline = rest.popFirst() {
      guard shouldRun(pipeline.link) else { continue }
      let (parts, next, isDone) = PipelineRun(pipeline, in: window, screen).run()
      self.isDone = isDone
      switch next {
      case .stay:
        guard !rest.isEmpty else { return Reply(parts) }
        for part in parts { screen.show(part) }
      case .push(let visitor):
        guard !rest.isEmpty else { return Reply(parts, next: next) }
        return Reply(
          parts,
          next: .push(
            visitor.followed { [window] screen in
              self.isDone = window.seat.errorLevel == 0
              return self.proceed(on: screen)
            }))
      case .replace, .run, .pop, .end: return Reply(parts, next: next)
      }
    }
    return Reply()
  }

  private func shouldRun(_ link: CommandLine.Link) -> Bool {
    switch link {
    case .always:
      skipsGroup = false
      return true
    case .ifDone: return !skipsGroup && isDone
    case .ifFailed:
      skipsGroup = isDone
      return !isDone
    }
  }
}
