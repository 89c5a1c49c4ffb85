import Journal

extension VoiceCommand {
  /// What was taken is shown again. What costs something is taken only by whoever says so.
  static let hint = VoiceCommand(
    "hint", "[TASK]", summary: "what helps on, in steps; what a step costs is said before",
    completion: \.restOfTask
  ) { call in
    call.withTasks { progress in
      var words = call.words
      let agrees = words.last?.lowercased() == "yes"
      if agrees { words.removeLast() }
      guard words.count <= 1 else { return ["One task at a time, as in :hint \(words[0])"] }
      return call.withTask(words.first, of: progress) { task in
        hints(of: task, in: progress, agrees: agrees, at: WindowPlace(of: call.session))
      }
    }
  }

  private static func hints(
    of task: LabTask, in progress: Progress, agrees: Bool, at place: WindowPlace?
  ) -> [String] {
    guard !task.hints.isEmpty else { return ["\(task.id): there are no hints."] }
    let taken = progress.hints(of: task)
    var lines = ["\(task.id): \(task.title)"]
    for (number, hint) in taken.enumerated() { lines += text(of: hint, number, in: task) }
    guard taken.count < task.hints.count else { return lines }
    let cost = Self.cost(of: taken.count, in: task, isDone: progress.isDone(task))
    guard cost.isEmpty || agrees else { return lines + cost }
    do throws(KeepingFault) {
      let presence = place?.presence
      // Another window may have taken it meanwhile; this one gets what it was told the cost of.
      let hint = try progress.takeHint(
        task, step: taken.count + 1, at: presence?.host, by: presence?.actor)
      guard let hint else { return lines }
      return lines + text(of: hint, taken.count, in: task)
        + Self.cost(of: taken.count + 1, in: task, isDone: progress.isDone(task))
        + Self.more(taken.count + 1, in: task, isDone: progress.isDone(task))
    } catch {
      return lines + ["No more is shown: that it was taken cannot be written down now."]
    }
  }

  /// That there is a hint which is free because the task is done, in a line.
  ///
  /// - Parameter number: which of them, from 0.
  private static func more(_ number: Int, in task: LabTask, isDone: Bool) -> [String] {
    guard isDone, task.hints.indices.contains(number) else { return [] }
    let name = "Hint \(number + 1) of \(task.hints.count)"
    return ["\(name) costs nothing, as this is done; :hint \(task.id) shows it."]
  }

  /// What a hint costs, in a line; none if it costs nothing.
  ///
  /// - Parameter number: which of them, from 0.
  private static func cost(of number: Int, in task: LabTask, isDone: Bool) -> [String] {
    guard !isDone, task.hints.indices.contains(number), task.hints[number].cost > 0 else {
      return []
    }
    let name = "Hint \(number + 1) of \(task.hints.count)"
    let cost = "costs \(Amount.points(task.hints[number].cost))"
    return ["\(name) \(cost); :hint \(task.id) yes takes it."]
  }

  private static func text(of hint: LabTask.Hint, _ number: Int, in task: LabTask) -> [String] {
    let text = MarkdownLines.lines(of: hint.text)
    let heading = "Hint \(number + 1) of \(task.hints.count):"
    // What stands by itself, such as a command, is not put behind other words.
    guard let first = text.first, !first.hasPrefix(" ") else { return [heading] + text }
    return ["\(heading) \(first)"] + text.dropFirst()
  }
}
