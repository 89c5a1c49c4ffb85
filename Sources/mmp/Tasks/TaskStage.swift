import Console
import Journal
import Lab
import Synchronization
import Transcripts
import Tutor

/// The windows of a lab in which tasks are solved: after each line it looks which of them are done.
final class TaskStage: Stage {
  private let stage: LabStage
  private let world: World
  private let set: TaskSet
  private let ear: Ear
  private let watch = LineWatch()
  /// The conditions of each task that have to hold once and did.
  private var seen: [String: Set<String>] = [:]
  private var findings: [String: Finding] = [:]
  /// The tasks that are done for good.
  private var passed: Set<String> = []

  /// A lab for a set of tasks, filled in; as the header of a solution wants it, if there is one.
  init(
    for solution: Solution? = nil, of set: TaskSet, in lab: LabStage.TaskLab
  ) throws(Failure) {
    stage = try LabStage(
      for: solution?.transcript.header ?? TranscriptHeader(),
      beside: solution?.file ?? HostFile(path: "."), in: lab)
    guard let world = stage.builtLab else { throw Failure(.internalError, "there is no lab") }
    self.world = world
    self.set = set
    let ear = Ear(for: set, in: world)
    world.journal.subscribe { event in ear.said.withLock { _ = $0.note(event) } }
    self.ear = ear
    watch.stage = self
  }

  /// The first machine at which something was to be typed though there is none; nil for none.
  private(set) var stranger: String?

  func window(named prompt: WindowPrompt) -> Session? {
    if case .console(let host) = prompt, !stage.hasMachine(called: host) {
      stranger = stranger ?? host
      return nil
    }
    let session = stage.window(named: prompt)
    session?.add(watch)
    return session
  }

  /// What a window asks that nobody answers; nil if none does.
  var openQuestion: String? { stage.openQuestion }

  /// Begins another solution in the same lab, in new windows.
  func goOn(with solution: Solution) throws(Failure) {
    try stage.goOn(with: solution.transcript.header, beside: solution.file)
  }

  /// Tells from now on which line of a solution was typed last.
  func follow(_ solution: Solution, of task: LabTask?, telling place: Whereabouts) {
    watch.lines = (solution, 0)
    watch.place = place
    watch.task = task?.id
    watch.tell()
  }

  /// Looks at all tasks that are not done for good.
  func look() {
    let look = Look(at: world, said: ear.said.withLock { $0.all })
    for task in set.tasks where !passed.contains(task.id) {
      let finding = task.check.holds(in: look, seen: seen[task.id] ?? [])
      seen[task.id] = finding.seen
      findings[task.id] = finding
      if finding.holds, !task.mustHold { passed.insert(task.id) }
    }
  }

  /// Whether a task is done.
  func isPassed(_ task: LabTask) -> Bool {
    passed.contains(task.id) || finding(of: task).holds
  }

  /// What the last look at a task came to.
  func finding(of task: LabTask) -> Finding {
    findings[task.id] ?? task.check.holds(in: Look(at: world))
  }
}

/// Has a stage look after each line. The stage has the sessions, and these have this.
private final class LineWatch: SessionTap {
  weak var stage: TaskStage?
  var lines: (solution: Solution, last: Int)?
  var task: String?
  var place: Whereabouts?

  func session(_ session: Session, takes input: Input, at prompt: Prompt?) {
    guard case .line(let text) = input, let (solution, last) = lines,
      let line = solution.line(typing: text, after: last)
    else { return }
    lines?.last = line
    tell()
  }

  func tell() {
    guard let (solution, last) = lines else { return }
    let line = last > 0 ? ":\(last)" : ""
    let owner = task.map { "the solution of the task \($0)" } ?? "the solution of all tasks"
    place?.words = "\(owner) has come to \(solution.file.path)\(line)"
  }

  func session(_ session: Session, shows part: Reply.Part) {}
  func session(_ session: Session, answered input: Input, wasInterrupted: Bool) { stage?.look() }
}

/// Hears what a lab says.
private final class Ear: Sendable {
  let said: Mutex<SaidSoFar>

  init(for set: TaskSet, in world: World) {
    said = Mutex(SaidSoFar(for: set, in: world))
  }
}
