extension VoiceCommand {
  static let check = VoiceCommand(
    "check", "[TASK]", summary: "whether a task is done, or which of all are",
    completion: \.restOfTask
  ) { call in
    call.withTasks { book in
      guard call.words.count <= 1 else { return ["One task at a time, or :check for all."] }
      guard let id = call.words.first else { return all(of: book, for: call.voice) }
      return call.withTask(id, of: book) { task in
        let finding = book.check(task)
        call.voice.forgetNews(of: [task], in: book)
        let isDone = finding.holds || book.isDone(task)
        return ["\(task.id): \(isDone ? "passed" : "not yet")"]
          + (isDone ? task.words : task.answer(to: finding)).flatMap(MarkdownLines.lines)
      }
    }
  }

  private static func all(of book: any TaskBook, for voice: TutorVoice) -> [String] {
    let width = book.set.tasks.map(\.id.count).max() ?? 0
    let rows = book.set.tasks.map { task in
      let finding = book.check(task)
      let isDone = finding.holds || book.isDone(task)
      let id = task.id + String(repeating: " ", count: width - task.id.count)
      let words = isDone ? task.title : task.answer(to: finding).first ?? ""
      return "[\(isDone ? "x" : " ")] \(id)  "
        + (MarkdownLines.lines(of: words).first ?? "")
    }
    voice.forgetNews(of: book.set.tasks, in: book)
    return rows + ["\(book.standing)."]
  }
}

extension LabTask {
  /// What is said once it is done.
  var words: [String] { [pass ?? "\(title): done."] }
}
