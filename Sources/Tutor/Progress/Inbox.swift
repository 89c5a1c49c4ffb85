import Journal
import Threads

/// What happened in a world and was not looked at yet, as far as its tasks may have to do with it: no
/// more than there are tasks, whatever happens.
final class Inbox: Sendable {
  /// What may have changed a task.
  struct Cause: Sendable {
    /// The event's number; nil if it is in no journal.
    let number: Int?
    /// The machine it happened at; nil if that does not matter.
    let host: String?
    /// Who did it.
    let actor: Actor?
  }

  /// What is to be looked at.
  struct Letter: Sendable {
    /// The last event that may have to do with a task, by its id; nil for none in particular.
    var causes: [String: Cause?] = [:]

    var isEmpty: Bool { causes.isEmpty }
  }

  /// A condition that something has met by itself.
  struct Met: Sendable {
    /// The id of the task it is of.
    let task: String
    /// What is remembered of it.
    let mark: String
    /// What may have changed the task by it.
    let cause: Cause
  }

  private struct State {
    var letter = Letter()
    /// What could not be kept.
    var postponed: Set<String> = []
    /// What was not said yet and is asked for.
    var unsaid: [(task: String, condition: SaidCondition)]
    var dialogue = Dialogue()
    var isAtWork = false
    var isClosed = false
  }

  private let interests: [(task: String, interest: Interest)]
  private let state: Monitor<State>

  /// An empty one for the tasks of a set.
  init(for set: TaskSet, kept: [String: KeptTask]) {
    interests = set.tasks.map { ($0.id, Interest(of: $0.check)) }
    let unsaid = set.tasks.flatMap { task in
      let seen = Set(kept[task.id]?.seen ?? [])
      return task.check.saidConditions().filter { !seen.contains($0.path) }.map { (task.id, $0) }
    }
    state = Monitor(State(unsaid: unsaid))
  }

  /// Takes an event up, in the world as it is.
  ///
  /// - Returns: whether there is something to be looked at, and what has been met. Who has kept the
  ///   latter calls ``append(_:)``: a look before would not find it.
  func append(_ event: Event, in world: Look) -> (isNew: Bool, met: [Met]) {
    let concerned = interests.filter { $0.interest.includes(event) }.map(\.task)
    let cause = Cause(number: event.number, host: event.host, actor: event.actor)
    return append(of: concerned, cause, in: world) { $0.dialogue.take(event) }
  }

  /// The same for what was said or typed and is in no journal.
  func append(_ said: Said, after cause: Cause, in world: Look) -> (isNew: Bool, met: [Met]) {
    append(of: [], cause, in: world) { _ in Dialogue.Heard(said: said, event: cause.number) }
  }

  private func append(
    of concerned: [String], _ cause: Cause, in world: Look,
    hearing: (inout State) -> Dialogue.Heard?
  ) -> (isNew: Bool, met: [Met]) {
    state.withLock { state in
      guard !state.isClosed else { return (false, []) }
      for task in concerned { state.letter.causes[task] = cause }
      let isNew = !concerned.isEmpty || !state.postponed.isEmpty
      for task in state.postponed where state.letter.causes[task] == nil {
        state.letter.causes[task] = .some(nil)
      }
      state.postponed = []
      guard let heard = hearing(&state) else { return (isNew, []) }
      let conditions = state.unsaid.filter { $0.condition.isMet(by: heard.said) }
      guard !conditions.isEmpty else { return (isNew, []) }
      // What was done with certain files counts as long as they are those.
      state.unsaid.removeAll {
        $0.condition.occasion.files.isEmpty && $0.condition.isMet(by: heard.said)
      }
      let met = conditions.compactMap { task, condition in
        condition.mark(in: world).map { mark in
          Met(
            task: task, mark: mark,
            cause: condition.occasion.command == nil
              ? cause : Cause(number: heard.event, host: cause.host, actor: cause.actor))
        }
      }
      return (isNew, met)
    }
  }

  /// Has the tasks looked at of which something was met.
  func append(_ met: [Met]) {
    state.withLock { state in
      guard !state.isClosed else { return }
      for met in met { state.letter.causes[met.task] = met.cause }
    }
  }

  /// Has all tasks looked at.
  func appendAll() {
    state.withLock { state in
      for (task, _) in interests { state.letter.causes[task] = .some(nil) }
    }
  }

  /// Has a task looked at when something happens next.
  func postpone(_ task: String) { state.withLock { _ = $0.postponed.insert(task) } }

  /// What is to be looked at now; ``finish()`` is called when that is done.
  func take() -> Letter {
    state.withLock { state in
      defer { state.letter = Letter() }
      state.isAtWork = true
      return state.letter
    }
  }

  /// What was taken has been looked at.
  func finish() { state.withLock { $0.isAtWork = false } }

  /// Takes nothing up any more, and forgets what waits.
  func close() {
    state.withLock { state in
      state.isClosed = true
      state.letter = Letter()
    }
  }

  /// Whether all was looked at.
  var isEmpty: Bool { state.withLock { $0.letter.isEmpty && !$0.isAtWork } }

  /// Waits until all was looked at, but not longer than that many milliseconds.
  func wait(within milliseconds: Int) -> Bool {
    state.wait(within: milliseconds) { $0.letter.isEmpty && !$0.isAtWork ? true : nil } ?? false
  }
}
