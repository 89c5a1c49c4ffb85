extension VoiceCommand {
  static let check = VoiceCommand(
    "check", "[TASK]", summary: "whether a task is done, or which of all are",
    completion: \.restOfTask
  ) { call in
    call.withTasks { progress in
      guard call.words.count <= 1 else { return ["One task at a time, or :check for all."] }
      // What was typed and said just now counts too.
      progress.catchUp(within: 200)
      guard let id = call.words.first else { return all(of: progress, for: call.voice) }
      return call.withTask(id, of: progress) { task in
        let finding = progress.check(task)
        call.voice.forgetNews(of: [task], in: progress)
        let reminders = finding.holds ? [] : progress.reminders(before: task)
        return ["\(task.id): \(finding.holds ? "passed" : "not yet")"]
          + (task.answer(to: finding) + reminders).flatMap(MarkdownLines.lines)
      }
    }
  }

  private static func all(of progress: Progress, for voice: TutorVoice) -> [String] {
    let rows = progress.set.tasks.map { task in
      let finding = progress.check(task)
      let isSo = finding.holds && !finding.isLapsed
      let words = isSo ? task.title : task.answer(to: finding).first ?? ""
      return "[\(finding.holds ? "x" : " ")] \(progress.column(of: task))  "
        + (MarkdownLines.lines(of: words).first ?? "")
    }
    voice.forgetNews(of: progress.set.tasks, in: progress)
    return rows + ["\(progress.standing)."]
  }
}
