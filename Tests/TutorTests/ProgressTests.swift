import Appliance
import Console
import Glibc
import Journal
import Lab
import MMPShell
import TestSupport
import Testing
import Tutor
import Workstation

/// How tasks come to be done, and what is kept of that.
@Suite struct ProgressTests {
  private static let tasks = """
    tasks:
    - id: key
      text: a
      check: {file: one.key}
      points: 3
      hints: [Look., {text: Think., cost: 1}, {text: Type, cost: 2}]
    - id: word
      text: b
      check: {all: [{said: csr.invalid-name, on: cms1a}, {file: two.key}]}
    - id: once
      text: c
      check: {all: [{file: a.txt, on: pc1, when: ever}, {file: b.txt, on: pc1}]}
    - id: tidy
      text: d
      check: {absent: junk.txt, on: pc1}
      must: hold
    - id: far
      text: e
      check: {file: x.key, on: cms1b}
    - id: said
      text: f
      check: {said: csr.invalid-name}
    """

  private let world: World
  private let keeper = Shelfkeeper()

  init() throws {
    world = try World(clock: { 1_795_424_400_000 }, now: { 1_795_424_400 })
    world.journal.keeper = keeper
  }

  private static func set() throws -> TaskSet {
    try TaskSet(name: "x", source: Array(tasks.utf8)).filled(for: Trainee(pod: 7))
  }

  private func progress(kept: [KeptTask] = [], isExamined: Bool = true) throws -> Progress {
    let progress = Progress(
      try Self.set(), in: world, kept: kept, isExamined: isExamined)
    settle(progress)
    return progress
  }

  /// However busy the machine is.
  private func settle(_ progress: Progress) {
    #expect(progress.catchUp(within: 60_000))
  }

  private func type(_ lines: String..., on host: String = "cms1a") throws {
    let appliance = try #require(world.appliance(named: host))
    appliance.frontDoor.console().session().type(lines, on: TextScreen())
  }

  private func typeOnPC1(_ lines: String...) {
    world.workstation.seat().openWindow().type(lines, on: TextScreen())
  }

  private func task(_ id: String) throws -> LabTask { try #require(try Self.set()[id]) }

  @Test("what is done is found out by itself, kept, told in the journal and once to each window")
  func passes() throws {
    let progress = try progress()
    let diary = Diary(of: world.journal)
    let (start, _) = progress.news(since: 0)
    #expect(progress.done == 1)
    try type("pki csr one CN:a.b")
    settle(progress)
    let state = progress.state(of: "key")
    #expect(state.passed == 1_795_424_400_000 && state.tries == 0)
    #expect(keeper.tasks["key"] == state)
    let events = diary.take()
    let stored = try #require(
      events.first { if case .stored(let file) = $0.kind { file.name == "one.key" } else { false } }
    )
    #expect(state.event == stored.number)
    let passed = events.filter { if case .passed(task: "key") = $0.kind { true } else { false } }
    #expect(passed.count == 1 && passed.first?.host == "cms1a")
    let (end, news) = progress.news(since: start)
    #expect(news.map(\.id) == ["key"])
    #expect(progress.news(since: end).1.isEmpty)
    #expect(progress.points == 4)
    try type("pki csr three CN:a.b")
    settle(progress)
    #expect(progress.news(since: end).1.isEmpty)
  }

  @Test("what is done stays so; what has to hold does not")
  func holds() throws {
    let progress = try progress()
    let (key, tidy) = (try task("once"), try task("tidy"))
    #expect(progress.isDone(tidy))
    typeOnPC1("echo x > a.txt", "echo x > b.txt", "echo x > junk.txt")
    settle(progress)
    #expect(progress.isDone(key) && !progress.isDone(tidy))
    #expect(keeper.tasks["tidy"]?.passed == nil)
    typeOnPC1("del b.txt", "del junk.txt")
    settle(progress)
    #expect(progress.isDone(key) && progress.check(key).holds)
    #expect(progress.isDone(tidy))
  }

  @Test("what was said, and what was there once, counts in a later run of the program as well")
  func remembers() throws {
    let first = try progress()
    try type("pki csr one_two CN:a.b")
    typeOnPC1("echo x > a.txt")
    settle(first)
    typeOnPC1("del a.txt")
    settle(first)
    #expect(try !first.isDone(task("word")) && !first.isDone(task("once")))
    first.end()
    let second = try progress(kept: Array(keeper.tasks.values))
    #expect(second.done == first.done && second.news(since: 0).1.isEmpty)
    try type("pki csr two CN:a.b")
    typeOnPC1("echo x > b.txt")
    settle(second)
    #expect(try second.isDone(task("word")) && second.isDone(task("once")))
    #expect(!first.isDone(try task("word")))
  }

  @Test("what a kept world had done before is found at the next start")
  func takesUp() throws {
    try type("pki csr one CN:a.b")
    let last = world.journal.lastEvent
    let progress = try progress()
    #expect(progress.isDone(try task("key")))
    #expect(last > 0 && progress.state(of: "key").event == last)
  }

  @Test("hints come in order, are kept before they are shown, and cost once")
  func hints() throws {
    let progress = try progress(isExamined: false)
    let diary = Diary(of: world.journal)
    let task = try task("key")
    #expect(try progress.takeHint(task, step: 2) == nil)
    #expect(try progress.takeHint(task)?.text == "Look.")
    #expect(try progress.takeHint(task)?.cost == 1)
    #expect(keeper.tasks["key"]?.hints == 2 && keeper.tasks["key"]?.cost == 1)
    #expect(try progress.takeHint(task, step: 2)?.text == "Think.")
    #expect(keeper.tasks["key"]?.cost == 1)
    #expect(progress.hints(of: task).map(\.text) == ["Look.", "Think."])
    keeper.isFull = true
    #expect(throws: KeepingFault.full) { try progress.takeHint(task) }
    #expect(progress.state(of: "key").hints == 2)
    keeper.isFull = false
    let hinted = diary.take().compactMap { event in
      if case .hinted(let task, let step, let cost) = event.kind {
        "\(task) \(step) \(cost)"
      } else {
        nil
      }
    }
    #expect(hinted == ["key 1 0", "key 2 1"])
    try type("pki csr one CN:a.b")
    #expect(progress.check(task).holds && progress.points(of: task) == 2)
    // It is done: what is still looked at costs nothing.
    #expect(try progress.takeHint(task) != nil)
    #expect(progress.points(of: task) == 2)
    #expect(try progress.takeHint(task) == nil)
  }

  @Test("asking counts, and may find a task done that nobody looked at")
  func tries() throws {
    let progress = try progress(isExamined: false)
    let task = try task("key")
    let finding = progress.check(task)
    #expect(!finding.holds && finding.fact.contains("one.key"))
    #expect(keeper.tasks["key"]?.tries == 1)
    try type("pki csr one CN:a.b")
    #expect(progress.check(task).holds)
    #expect(keeper.tasks["key"]?.tries == 2 && keeper.tasks["key"]?.passed != nil)
  }

  @Test("nothing is told of that cannot be kept, until it can")
  func full() throws {
    let progress = try progress()
    keeper.isFull = true
    try type("pki csr one_two CN:a.b")
    settle(progress)
    #expect(!progress.isDone(try task("said")))
    keeper.isFull = false
    try type("pki csr three CN:a.b")
    settle(progress)
    #expect(progress.isDone(try task("said")))
    #expect(progress.news(since: 0).1.map(\.id).contains("said"))
  }

  @Test("files of other machines and other names are no reason to look")
  func concerns() throws {
    let progress = try progress()
    try type("pki csr one CN:a.b", on: "cms1b")
    try type("pki csr other CN:a.b")
    settle(progress)
    #expect(progress.done == 1 && progress.catchUp(within: 0))
    try type("pki csr x CN:a.b", on: "cms1b")
    settle(progress)
    #expect(progress.isDone(try task("far")))
  }

  @Test("after its end nothing is found out any more")
  func ends() throws {
    let progress = try progress()
    progress.end()
    try type("pki csr one CN:a.b")
    settle(progress)
    #expect(!progress.isDone(try task("key")))
  }

  @Test("nobody keeps the progress of a world that is gone")
  func released() throws {
    var progress: Progress? = try progress()
    weak let gone = progress
    try type("pki csr one CN:a.b")
    progress = nil
    #expect(Patience.sees { gone == nil })
  }

  @Test("windows may ask while files change")
  func many() throws {
    let progress = try progress()
    let (task, far) = (try task("tidy"), try task("far"))
    onThreads(4) { number in
      for _ in 0..<20 {
        if number == 0 {
          typeOnPC1("echo x > b.txt", "del b.txt")
        } else {
          _ = progress.check(task)
          _ = progress.check(far)
        }
      }
    }
    settle(progress)
    #expect(progress.isDone(task))
    #expect(progress.state(of: "far").tries == 60)
  }
}
