package import Journal

/// Keeps changes in memory, as short texts.
package final class Shelfkeeper: Keeper {
  private let state = Guarded<State>(State())

  private struct State {
    var words: [String] = []
    var requests: [KeptRequest] = []
    var tasks: [String: KeptTask] = [:]
    var isFull = false
  }

  package init() {}

  /// The tasks kept last, by their ids.
  package var tasks: [String: KeptTask] { state.change { $0.tasks } }

  /// Refuses what can be refused from now on, or no more.
  package var isFull: Bool {
    get { state.change { $0.isFull } }
    set { state.change { $0.isFull = newValue } }
  }

  /// What was kept since the last call: a text for each time.
  package func take() -> [String] {
    state.change { state in
      defer { state.words = [] }
      return state.words
    }
  }

  /// All requests kept so far.
  package var requests: [KeptRequest] { state.change { $0.requests } }

  package func keep(_ changes: [MachineChanges]) throws(KeepingFault) {
    if isFull { throw .full }
    owe(changes)
  }

  package func owe(_ changes: [MachineChanges]) {
    let words = changes.flatMap { machine in
      machine.changes.map { "\(machine.machine): \(Self.words(of: $0))" }
    }
    let requests = changes.flatMap(\.changes).compactMap { change in
      if case .request(let request) = change { request } else { nil }
    }
    let tasks = changes.flatMap(\.changes).compactMap { change in
      if case .task(let task) = change { task } else { nil }
    }
    state.change { state in
      for task in tasks { state.tasks[task.task] = task }
      state.words.append(words.joined(separator: ", "))
      state.requests += requests
    }
  }

  private static func words(of change: Change) -> String {
    switch change {
    case .file(let name, let contents, let modified, let mode):
      "file \(name) \(contents.map { "\($0.count)" } ?? "folder") \(modified) "
        + String(mode, radix: 8)
    case .attributes(let name, let modified, let mode):
      "attributes \(name) \(modified) \(String(mode, radix: 8))"
    case .renamed(let from, let to): "renamed \(from) to \(to)"
    case .removed(let name): "removed \(name)"
    case .setting(let name, let value): "\(name) is \(value ?? "gone")"
    case .request(let request): "request \(request.id)"
    case .task(let task):
      "task \(task.task) \(task.passed == nil ? "open" : "passed") \(task.hints) \(task.cost) "
        + "\(task.tries) [\(task.seen.joined(separator: " "))]"
    }
  }
}
