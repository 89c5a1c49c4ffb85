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
    let next = task.hints[taken.count]
    if next.cost > 0, !agrees, !progress.isDone(task) {
      let number = "Hint \(taken.count + 1) of \(task.hints.count)"
      let cost = "costs \(Amount.points(next.cost))"
      return lines + ["\(number) \(cost); :hint \(task.id) yes takes it."]
    }
    do throws(KeepingFault) {
      let presence = place?.presence
      // Another window may have taken it meanwhile; this one gets what it was told the cost of.
      let hint = try progress.takeHint(
        task, step: taken.count + 1, at: presence?.host, by: presence?.actor)
      return lines + (hint.map { text(of: $0, taken.count, in: task) } ?? [])
    } catch {
      return lines + ["No more is shown: that it was taken cannot be written down now."]
    }
  }

  private static func text(of hint: LabTask.Hint, _ number: Int, in task: LabTask) -> [String] {
    let text = MarkdownLines.lines(of: hint.text)
    let heading = "Hint \(number + 1) of \(task.hints.count):"
    // What stands by itself, such as a command, is not put behind other words.
    guard let first = text.first, !first.hasPrefix(" ") else { return [heading] + text }
    return ["\(heading) \(first)"] + text.dropFirst()
  }
}
