extension VoiceCommand {
  static let tasks = VoiceCommand(
    "tasks", summary: "what there is to do, and what is done"
  ) { call in
    call.withTasks { book in
      let width = book.set.tasks.map(\.id.count).max() ?? 0
      let rows = book.set.tasks.map { task in
        let id = task.id + String(repeating: " ", count: width - task.id.count)
        let points = "(\(book.points(of: task)) of \(Amount.points(task.points)))"
        return "\(Self.box(of: task, in: book)) \(id)  \(task.title) \(points)"
      }
      let open = book.firstOpen.map { " :next shows \($0.id)." } ?? ""
      return [book.set.title] + rows + ["\(book.standing).\(open)"]
    }
  }

  /// Whether it is done, as lists show it.
  static func box(of task: LabTask, in book: any TaskBook) -> String {
    book.isDone(task) ? "[x]" : "[ ]"
  }
}
