import Journal

extension VoiceCommand {
  /// What was taken is shown again. What costs something is taken only by whoever says so.
  static let hint = VoiceCommand(
    "hint", "[TASK]", summary: "what helps on, in steps; what a step costs is said before",
    completion: \.restOfTask
  ) { call in
    call.withTasks { book in
      var words = call.words
      let agrees = words.last?.lowercased() == "yes"
      if agrees { words.removeLast() }
      guard words.count <= 1 else { return ["One task at a time, as in :hint \(words[0])"] }
      return call.withTask(words.first, of: book) { task in
        hints(of: task, in: book, agrees: agrees)
      }
    }
  }

  private static func hints(
    of task: LabTask, in book: any TaskBook, agrees: Bool
  ) -> [String] {
    guard !task.hints.isEmpty else { return ["\(task.id): there are no hints."] }
    let taken = min(book.state(of: task.id).hints, task.hints.count)
    var lines = ["\(task.id): \(task.title)"]
    for number in 0..<taken { lines += text(of: task.hints[number], number, in: task) }
    guard taken < task.hints.count else { return lines }
    let next = task.hints[taken]
    if next.cost > 0, !agrees {
      let cost = "Hint \(taken + 1) of \(task.hints.count) costs \(Amount.points(next.cost))"
      return lines + ["\(cost); :hint \(task.id) yes takes it."]
    }
    guard let hint = book.takeHint(task) else { return lines }
    return lines + text(of: hint, taken, in: task)
  }

  private static func text(of hint: LabTask.Hint, _ number: Int, in task: LabTask) -> [String] {
    let text = MarkdownLines.lines(of: hint.text)
    let heading = "Hint \(number + 1) of \(task.hints.count):"
    // What stands by itself, such as a command, is not put behind other words.
    guard let first = text.first, !first.hasPrefix(" ") else { return [heading] + text }
    return ["\(heading) \(first)"] + text.dropFirst()
  }
}
