import Appliance
import Classroom
import Journal
import Lab
import Store
import Tutor
import Words

/// `mmp check`: whether the tasks of a kept world are done.
struct CheckJob: Job {
  /// The file that keeps the world.
  var file: String
  /// Other tasks than its own, by name or file; nil for its own.
  var tasks: String?
  /// Whether programs are to read the answer.
  var isJSON = false

  /// What is read of the file.
  private struct Kept {
    let attempt: AttemptRow
    let rows: WorldRows
    /// What happened in it, where nothing is known of the tasks yet.
    let past: [Event]
    /// Whose world it is; nil without a roster.
    let name: String?
  }

  /// What a look at a task came to.
  private struct Line {
    let task: LabTask
    let isPassed: Bool
    let points: Int
    let words: String
  }

  func run() throws(Failure) -> Failure.Status? {
    let kept = try kept()
    guard let set = try set(of: kept) else {
      throw Failure(.usage, "\(file) was begun without tasks; name some with --tasks")
    }
    let world = try world(of: kept)
    // How tasks of another set stand says nothing of these, if they are called the same.
    let isOwn = kept.attempt.origin.tasks.map { $0 == AttemptRow.Origin.Tasks(set) } ?? true
    let progress = Progress(
      set.filled(for: Trainee(pod: world.pod, name: kept.name)), in: world,
      kept: isOwn ? kept.rows.passes.map(KeptTask.init) : [], past: kept.past, isExamined: false)
    let lines = progress.set.tasks.map { task in
      let finding = progress.check(task)
      return Line(
        task: task, isPassed: finding.holds, points: progress.points(of: task),
        words: finding.holds
          ? "" : MarkdownLines.line(of: task.answer(to: finding).joined(separator: "\n\n")))
    }
    try StandardStream.output.print(isJSON ? Self.json(lines) : Self.text(lines))
    return lines.allSatisfy(\.isPassed) ? nil : .differs
  }

  private func kept() throws(Failure) -> Kept {
    let (pods, kept) = try Failure.stating(file) { () throws(StoreFault) in
      try StateFile.look(at: file) { (reading) throws(StoreFault) in
        let pods = try reading.pods()
        guard pods.count == 1, let attempt = try reading.liveAttempt(of: pods[0].pod) else {
          return (pods.count, Kept?.none)
        }
        let rows = try reading.world(of: attempt.id)
        let isKnown = tasks == nil && !rows.passes.isEmpty
        let past = isKnown ? [] : try reading.past(of: attempt)
        return (
          pods.count, Kept(attempt: attempt, rows: rows, past: past, name: pods[0].fullName)
        )
      }
    }
    guard let kept else {
      throw Failure(
        .unreadable,
        pods > 1
          ? "\(file) is a class of \(pods) pods; mmp class grade --state is for it"
          : "nobody was in the world of \(file) yet")
    }
    return kept
  }

  private func set(of kept: Kept) throws(Failure) -> TaskSet? {
    if let tasks { return try TaskChoice.given(tasks).set(in: nil) }
    do {
      let scenario = try kept.attempt.origin.chosenScenario
      guard let own = kept.attempt.origin.tasks else {
        return try TaskChoice.usual.set(in: scenario)
      }
      return try own.set(in: scenario)
    } catch let error as Failure {
      throw error
    } catch {
      throw Failure(.unreadable, "the tasks in \(file) cannot be read: \(error)")
    }
  }

  /// The world as it is in the file; nothing that happens to it gets there.
  private func world(of kept: Kept) throws(Failure) -> World {
    let origin = kept.attempt.origin
    guard let release = Release(origin.release) else {
      throw Failure(
        .unreadable, "the world in \(file) is of a later mmp: release \(origin.release)")
    }
    let clock = origin.clock.flatMap(ClockTime.init(argument:))
    do throws(WorldError) {
      return try World(
        WorldDescription(scenario: origin.chosenScenario), contents: WorldContents(kept.rows),
        release: release, pod: kept.attempt.pod, clock: HostClock.milliseconds, now: clock.now)
    } catch {
      throw Failure(.unreadable, "the world in \(file) cannot be read: \(error.description)")
    }
  }

  private static func text(_ lines: [Line]) -> String {
    let width = lines.map(\.task.id.count).max() ?? 0
    let rows = lines.map { line in
      let id = line.task.id.padded(to: width)
      let words = line.words.isEmpty ? "" : ": \(Shown.line(line.words))"
      return
        "\(line.isPassed ? "passed" : "open  ")  \(id)  \(Shown.line(line.task.title))\(words)\n"
    }
    let done = lines.count(where: \.isPassed)
    let points = lines.reduce(0) { $0 + $1.points }
    let all = lines.reduce(0) { $0 + $1.task.points }
    return rows.joined() + "\(done) of \(lines.count) tasks done, \(points) of \(all) points\n"
  }

  private static func json(_ lines: [Line]) -> String {
    let objects = lines.map { line in
      "  {\"task\": \(JSONText.quoted(line.task.id)), \"title\": \(JSONText.quoted(line.task.title)), "
        + "\"passed\": \(line.isPassed), \"points\": \(line.points), "
        + "\"max_points\": \(line.task.points), \"fact\": \(JSONText.quoted(line.words))}"
    }
    return "[\n\(objects.joined(separator: ",\n"))\n]\n"
  }
}
