extension VoiceCommand {
  static let tasks = VoiceCommand(
    "tasks", summary: "what there is to do, and what is done"
  ) { call in
    call.withTasks { progress in
      let rows = progress.set.tasks.map { task in
        let points = "(\(progress.points(of: task)) of \(Amount.points(task.points)))"
        return "\(progress.box(of: task)) \(progress.column(of: task))  \(task.title) \(points)"
      }
      let next = progress.next.map { " :next shows \($0.id)." } ?? ""
      let briefing = progress.set.briefing.map { MarkdownLines.lines(of: $0) } ?? []
      return [progress.set.title] + briefing + rows + ["\(progress.standing).\(next)"]
    }
  }
}
