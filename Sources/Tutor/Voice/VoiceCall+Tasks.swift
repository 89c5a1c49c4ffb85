import Words

extension VoiceCall {
  /// What is answered where there are no tasks.
  static let noTasks = ["There are no tasks here; :why and :chain help nevertheless."]

  /// What is answered where none is left.
  static func allDone(_ progress: Progress) -> [String] {
    ["No task is open: \(progress.standing)."]
  }

  /// Does something with the tasks, if there are any.
  func withTasks(_ body: (Progress) -> [String]) -> [String] {
    guard let progress = voice.tutoring.progress, !progress.set.tasks.isEmpty else {
      return Self.noTasks
    }
    return body(progress)
  }

  /// Does something with the task of that id, or with the first that is open.
  func withTask(
    _ id: String?, of progress: Progress, _ body: (LabTask) -> [String]
  ) -> [String] {
    guard let id else { return progress.next.map(body) ?? Self.allDone(progress) }
    let tasks = progress.set.tasks
    if let task = tasks.first(where: { $0.id.lowercased() == id.lowercased() }) {
      return body(task)
    }
    let near = NearestWord.to(id, among: tasks.map(\.id))
    let end = near.map { "; did you mean \($0)? :tasks" } ?? "; :tasks"
    return ["There is no task \(Shown.quoted(id))\(end) lists all."]
  }

  /// The rest of a task's id.
  var restOfTask: String {
    let tasks = voice.tutoring.progress?.set.tasks ?? []
    guard !argument.isEmpty else { return "" }
    let match = tasks.first { $0.id.lowercased().hasPrefix(argument.lowercased()) }
    return match.map { String($0.id.dropFirst(argument.count)) } ?? ""
  }
}
