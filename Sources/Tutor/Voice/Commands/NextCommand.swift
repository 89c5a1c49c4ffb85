extension VoiceCommand {
  static let next = VoiceCommand("next", summary: "the first task that is open") { call in
    call.withTasks { progress in
      // What is done and not so any more is no open task, but nobody is to think that all is well.
      guard let task = progress.next else {
        return progress.reminders().flatMap(MarkdownLines.lines) + VoiceCall.allDone(progress)
      }
      return progress.reminders(before: task).flatMap(MarkdownLines.lines)
        + ["\(task.id): \(task.title) (\(Amount.points(task.points)))"]
        + MarkdownLines.lines(of: task.text)
        + [task.hints.isEmpty ? ":check looks whether it is done." : Self.waysOn]
    }
  }

  private static let waysOn = ":hint helps on, :check looks whether it is done."
}
