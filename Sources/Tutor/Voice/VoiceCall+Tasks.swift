import Words

extension VoiceCall {
  /// What is answered where there are no tasks.
  static let noTasks = ["There are no tasks here; :why and :chain help nevertheless."]

  /// What is answered where none is left.
  static func allDone(_ book: any TaskBook) -> [String] { ["No task is open: \(book.standing)."] }

  /// Does something with the tasks, if there are any.
  func withTasks(_ body: (any TaskBook) -> [String]) -> [String] {
    guard let book = voice.tutoring.book, !book.set.tasks.isEmpty else { return Self.noTasks }
    return body(book)
  }

  /// Does something with the task of that id, or with the first that is open.
  func withTask(
    _ id: String?, of book: any TaskBook, _ body: (LabTask) -> [String]
  ) -> [String] {
    guard let id else { return book.firstOpen.map(body) ?? Self.allDone(book) }
    let tasks = book.set.tasks
    if let task = tasks.first(where: { $0.id.lowercased() == id.lowercased() }) {
      return body(task)
    }
    let hint = NearestWord.hint(for: id, among: tasks.map(\.id))
    return ["There is no task \(Shown.quoted(id))\(hint ?? ""); :tasks lists all."]
  }

  /// The rest of a task's id.
  var restOfTask: String {
    let tasks = voice.tutoring.book?.set.tasks ?? []
    guard !argument.isEmpty else { return "" }
    let match = tasks.first { $0.id.lowercased().hasPrefix(argument.lowercased()) }
    return match.map { String($0.id.dropFirst(argument.count)) } ?? ""
  }
}
