import Appliance
import Console
import Journal
import Lab
import MMPShell
import TestSupport
import Testing
import Workstation

@testable import Tutor

/// Conditions about a command, its answer and the files it was about.
@Suite("Commands and their answers")
struct AnsweredCommandTests {
  private static let now: Int64 = 1_795_424_400
  private static let right =
    "{typed: \"pki match [..]\", said: match.success, files: [cms1a.key, cms1a.cer]}"

  private let world: World
  private let keeper = Shelfkeeper()

  init() throws {
    let yaml = "purpose: x\npage: done\n"
    world = try World(
      scenario: Scenario(name: "x", source: Array(yaml.utf8)), clock: { Self.now * 1_000 },
      now: { Self.now })
    world.journal.keeper = keeper
  }

  private static func set(_ check: String) throws(TaskSetError) -> TaskSet {
    try TaskSet(name: "x.yaml", source: Array("tasks: [{id: a, text: b, check: \(check)}]".utf8))
  }

  private func type(_ lines: String..., on host: String = "cms1a") throws {
    try #require(world.appliance(named: host)).frontDoor.console().session()
      .type(lines, on: TextScreen())
  }

  private func isDone(_ progress: Progress) -> Bool {
    #expect(progress.catchUp(within: 60_000))
    return progress.done == 1
  }

  @Test("a message counts as the answer to that command only, in one conversation")
  func answers() throws {
    let check = "{typed: pki match cms1a.key cms1a.cer, said: match.success}"
    let progress = Progress(try Self.set(check), in: world)
    try type("pki match cms1a.key dbclusterclient.cer", "pki match cms1a.csr cms1a.cer")
    try type("pki match dbclusterclient.key dbclusterclient.cer", "pki list")
    #expect(!isDone(progress))
    let fact = progress.check(progress.set.tasks[0]).fact
    #expect(
      fact.hasPrefix("`pki match cms1a.key cms1a.cer` has not been answered with `"), "\(fact)")
    // Somebody else is answered so in between.
    let (one, other) = (
      try #require(world.appliance(named: "cms1a")).frontDoor.console().session(),
      try #require(world.appliance(named: "cms1a")).frontDoor.console().session()
    )
    let screen = TextScreen()
    one.start(on: screen)
    other.start(on: screen)
    one.receive(.line("hostname"), on: screen)
    other.receive(.line("pki match dbclusterclient.key dbclusterclient.cer"), on: screen)
    #expect(!isDone(progress))
    try type("pki match  cms1a.key cms1a.cer")
    #expect(isDone(progress))
  }

  @Test("the task is done by the command, and this is what is kept of it")
  func proof() throws {
    let progress = Progress(try Self.set(Self.right), in: world)
    let diary = Diary(of: world.journal)
    try type("pki match cms1a.key cms1a.cer")
    #expect(isDone(progress))
    let typed = try #require(
      diary.take().first { if case .typed = $0.kind { true } else { false } })
    #expect(progress.state(of: "a").event == typed.number)
    #expect(keeper.tasks["a"]?.seen.count == 1)
  }

  @Test("what was answered is kept before the answer is shown, whenever the program is killed")
  func atOnce() throws {
    let set = try Self.set("{all: [\(Self.right), {file: go.txt, on: pc1}]}")
    let first = Progress(set, in: world)
    try type("pki match cms1a.key cms1a.cer")
    // Nobody waits until it was looked at.
    let kept = Array(keeper.tasks.values)
    #expect(kept.map(\.seen.count) == [1])
    #expect(!isDone(first))
    world.workstation.seat().openWindow().type(["echo x> go.txt"], on: TextScreen())
    #expect(isDone(Progress(set, in: world, kept: kept)))
  }

  @Test("it counts while the files are what they were, in a later run of the program too")
  func files() throws {
    let appliance = try #require(world.appliance(named: "cms1a"))
    let right = try #require(appliance.contents(of: "cms1a.cer"))
    let set = try Self.set(
      "{all: [\(Self.right), {file: go.txt, on: pc1}]}")
    let first = Progress(set, in: world)
    try type("pki match cms1a.key cms1a.cer")
    #expect(!isDone(first))
    try appliance.store(.init(name: "cms1a.cer", contents: right + Array("\n".utf8)))
    world.workstation.seat().openWindow().type(["echo x> go.txt"], on: TextScreen())
    #expect(!isDone(first) && !first.check(set.tasks[0]).holds)
    first.end()
    let later = Progress(set, in: world, kept: Array(keeper.tasks.values))
    #expect(!isDone(later))
    #expect(
      later.check(set.tasks[0]).fact.hasSuffix(
        " on cms1a, but not with the files that are there now."))
    try appliance.store(.init(name: "cms1a.cer", contents: right))
    #expect(later.check(set.tasks[0]).holds)
    // However often it is typed, one mark is kept.
    for _ in 1...3 { try type("pki match cms1a.key cms1a.cer") }
    #expect(later.catchUp(within: 60_000) && keeper.tasks["a"]?.seen.count == 1)
  }

  @Test("what was typed before there were tasks counts, but not with files that have changed since")
  func past() throws {
    let diary = Diary(of: world.journal)
    try type("pki match cms1a.key cms1a.cer")
    let past = diary.take()
    let task = try Self.set("{all: [\(Self.right), {said: match.success}]}")
    #expect(!isDone(Progress(task, in: world, isExamined: false)))
    #expect(!isDone(Progress(task, in: world, past: past.filter { $0.host == "cms1b" })))
    keeper.isFull = true
    let later = Progress(task, in: world, past: past)
    #expect(!isDone(later))
    // It is kept at once that it counts; that the task is done is kept as soon as there is room.
    #expect(keeper.tasks["a"]?.seen.count == 2)
    let time = try #require(past.first { $0.kind.name == "typed" }?.time)
    #expect(keeper.tasks["a"]?.first.map { $0 >= time } == true)
    keeper.isFull = false
    #expect(isDone(Progress(task, in: world, kept: Array(keeper.tasks.values))))
    let psftp = "psftp cms1a.pod7.cms.lab -l admin -pw c1sco123"
    let window = world.workstation.seat().openWindow()
    window.type(["echo put cms1b.cer cms1a.cer | \(psftp)"], on: TextScreen())
    let first = past + diary.take()
    #expect(!Progress(task, in: world, past: first).check(task.tasks[0]).holds)
    // Nobody can tell what it was then.
    window.type(["echo put cms1a.cer | \(psftp)"], on: TextScreen())
    #expect(!Progress(task, in: world, past: first + diary.take()).check(task.tasks[0]).holds)
  }

  @Test("without an answer the command alone counts, with those files")
  func typed() throws {
    let progress = Progress(
      try Self.set("{typed: pki inspect nothing, files: [pc1/go.txt]}"), in: world)
    try type("pki inspect nothing")
    #expect(!isDone(progress))
    world.workstation.seat().openWindow().type(["echo x> go.txt"], on: TextScreen())
    #expect(!isDone(progress))
    try type("pki inspect nothing")
    #expect(isDone(progress))
  }

  @Test(
    "what cannot be meant is refused with its place",
    arguments: [
      ("{typed: pki list, values: {file: a}}", "values: nothing says whose values"),
      ("{typed: pki list, files: []}", "files: there is no file"),
      ("{typed: pki list, files: [cms9/a]}", "files[0]: `cms9` is no machine of this lab"),
      ("{typed: pki list, said: match.succes}", "said: `match.succes` is no message"),
      ("{said: match.success, files: [a]}", "files: this does not belong to said"),
      ("{typed: pki list, match: [a, b]}", "this is a condition of its own"),
      ("{typed: pki list, files: [a, b, c, d, e, f, g, h, i]}", "there may be 8 of these"),
    ])
  func refused(check: String, sentence: String) throws {
    #expect { try Self.set(check) } throws: {
      "\($0)".contains("tasks[0].check") && "\($0)".contains(sentence)
    }
  }
}
