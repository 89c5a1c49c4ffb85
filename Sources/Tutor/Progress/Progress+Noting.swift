public import Journal
import Lab
import Synchronization

/// What changes how the tasks stand.
extension Progress {
  /// The next hint for a task that was not taken yet, or that step again, which costs nothing more;
  /// nil if there is none. What is done costs nothing any more.
  ///
  /// - Parameters:
  ///   - step: which hint, from 1, of those taken; nil for the next.
  ///   - actor: who takes it, at that machine; nil if that is not known.
  /// - Throws: why it cannot be kept that it was taken; it is not shown then.
  public func takeHint(
    _ task: LabTask, step: Int? = nil, at host: String? = nil, by actor: Actor? = nil
  ) throws(KeepingFault) -> LabTask.Hint? {
    let (hint, cost, number) = try state.withLock {
      (state) throws(KeepingFault) -> (LabTask.Hint?, Int?, Int) in
      var kept = state.tasks[task.id] ?? KeptTask(task: task.id)
      let number = step ?? kept.hints + 1
      guard task.hints.indices.contains(number - 1), number <= kept.hints + 1 else {
        return (nil, nil, number)
      }
      let hint = task.hints[number - 1]
      guard number > kept.hints else { return (hint, nil, number) }
      let cost = kept.passed == nil ? hint.cost : 0
      kept.hints = number
      kept.cost += cost
      touch(&kept)
      try world.journal.keep([.task(kept)], of: Self.place)
      state.tasks[task.id] = kept
      return (hint, cost, number)
    }
    if let cost {
      world.journal.record(
        .hinted(task: task.id, step: number, cost: cost), at: host ?? task.host, by: actor)
    }
    return hint
  }

  /// The hints for a task that were taken already.
  public func hints(of task: LabTask) -> [LabTask.Hint] {
    Array(task.hints.prefix(state(of: task.id).hints))
  }

  /// Takes note of a line that was typed for the lab, and not for a machine: no journal has it, so a
  /// task that is done with it names no event.
  ///
  /// - Parameter host: the machine whose window it was typed in.
  func note(_ said: Said, at host: String, by actor: Actor?) {
    let cause = Inbox.Cause(number: nil, host: host, actor: actor)
    take(inbox.append(said, after: cause, in: Look(at: world)))
  }

  /// Keeps what was met at once, before the answer is shown that it came with: what it tells of is
  /// kept then too, and whoever has to do it again makes another key. The tasks are looked at later.
  func take(_ post: (isNew: Bool, met: [Inbox.Met])) {
    if !post.met.isEmpty {
      note(post.met)
      inbox.append(post.met)
    }
    if post.isNew || !post.met.isEmpty { Examiner.shared.take(self) }
  }

  /// Looks whether a task is done, because somebody asked: that counts as a try, and the task may be
  /// done with it. One that is done stays so, unless it has to hold.
  public func check(_ task: LabTask) -> Finding { look(at: task, isTry: true, after: nil) }

  /// The same, because something happened.
  ///
  /// - Parameter event: the last that may have to do with it.
  @discardableResult
  func look(at task: LabTask, isTry: Bool = false, after event: Inbox.Cause?) -> Finding {
    let (finding, isNew) = looking.withLock { _ in
      let seen = state.withLock { Set($0.tasks[task.id]?.seen ?? []) }
      let finding = task.check.holds(in: Look(at: world), seen: seen)
      return (finding, note(finding, of: task, isTry: isTry, after: event))
    }
    if isNew {
      world.journal.record(
        .passed(task: task.id), at: event?.host ?? task.host, by: event?.actor)
    }
    guard !finding.holds, !task.mustHold, isDone(task) else { return finding }
    return Finding(
      holds: true, fact: finding.fact, words: finding.words, seen: finding.seen,
      isLapsed: task.canLapse)
  }

  /// Keeps what a look came to; whether the task is done by it.
  private func note(
    _ finding: Finding, of task: LabTask, isTry: Bool, after event: Inbox.Cause?
  ) -> Bool {
    state.withLock { state in
      let old = state.tasks[task.id] ?? KeptTask(task: task.id)
      var kept = old
      // Whoever looks at what is done tries nothing.
      if isTry, kept.passed == nil || !finding.holds && task.mustHold { kept.tries += 1 }
      kept.seen = Set(kept.seen).union(finding.seen.filter { !SeenMarks.isMark($0) }).sorted()
      let isNew = finding.holds && kept.passed == nil
      if isNew {
        kept.passed = world.journal.time
        kept.event = if let event { event.number } else { world.journal.lastEvent }
      } else if !finding.holds, task.mustHold {
        kept.passed = nil
        kept.event = nil
      }
      guard kept != old else { return false }
      touch(&kept)
      guard isNew else {
        world.journal.owe([.task(kept)], of: Self.place)
        state.tasks[task.id] = kept
        return false
      }
      guard (try? world.journal.keep([.task(kept)], of: Self.place)) != nil else {
        // Nobody is told of what may be lost; the next that happens has it looked at again.
        inbox.postpone(task.id)
        return false
      }
      state.tasks[task.id] = kept
      state.news.append(task.id)
      return true
    }
  }

  /// Keeps that conditions were met which nobody can look at later.
  private func note(_ met: [Inbox.Met]) {
    state.withLock { state in
      var changed: [String: KeptTask] = [:]
      for met in met {
        var kept = changed[met.task] ?? state.tasks[met.task] ?? KeptTask(task: met.task)
        SeenMarks.add(met.mark, to: &kept.seen)
        changed[met.task] = kept
      }
      for task in changed.keys.sorted() {
        guard var kept = changed[task] else { continue }
        kept.seen = Set(kept.seen).sorted()
        touch(&kept)
        world.journal.owe([.task(kept)], of: Self.place)
        state.tasks[task] = kept
      }
    }
  }

  private func touch(_ task: inout KeptTask) {
    let now = world.journal.time
    task.first = task.first ?? now
    task.last = now
  }

  /// What stands for a machine in its changes: no machine is called so.
  static let place = ":tasks"
}
