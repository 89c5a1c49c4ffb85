import Store
import Testing

@Suite("Tasks in a state file")
struct TaskRowTests {
  let shelf: Shelf
  let file: StateFile

  init() throws {
    shelf = try Shelf()
    file = try shelf.open()
  }

  private func begin(_ world: WorldRows = .withTasks, pod: Int = 7) throws -> AttemptRow {
    try file.change {
      try $0.begin(.withTasks, with: world, in: pod, why: "reset", now: 1_000)
    }
  }

  private func grades() throws -> [GradeRow] { try file.look { try $0.grades() } }

  @Test("come back with an attempt, with what it is made of")
  func kept() throws {
    let attempt = try begin()
    #expect(try file.look { try $0.liveAttempt(of: 7) }?.origin == .withTasks)
    #expect(try file.look { try $0.world(of: attempt.id) } == .withTasks)
  }

  @Test("are graded: points less cost where they are done, never below nothing")
  func graded() throws {
    let attempt = try begin()
    #expect(try grades().map(\.task.task) == ["request", "chain", "answer"])
    #expect(try grades().map(\.points) == [0, 0, 0])
    #expect(try grades().map(\.pass.hints) == [2, 1, 0])
    try file.change { writing throws in
      try writing.put(PassRow(task: "chain", cost: 1, passed: 9_000, event: 77), in: attempt.id)
    }
    #expect(try grades().map(\.points) == [0, 2, 0])
    #expect(try grades().map(\.pass.event) == [2, 77, nil])
    #expect(try grades().map(\.attempt) == [1, 1, 1])
  }

  @Test("of an earlier attempt stay as they are, and count no more")
  func attempts() throws {
    let old = try begin()
    var empty = WorldRows.withTasks
    empty.passes = []
    let new = try begin(empty)
    try file.change { writing throws in
      try writing.put(PassRow(task: "answer", passed: 9_000), in: old.id)
    }
    #expect(try grades().map(\.pass.passed) == [nil, nil, nil])
    #expect(try grades().map(\.attempt) == [2, 2, 2])
    #expect(try file.look { try $0.passes(of: old.id) } == WorldRows.withTasks.passes)
    #expect(try file.look { try $0.passes(of: new.id) }.isEmpty)
  }

  @Test("go with snapshots, and come back with them")
  func snapshots() throws {
    let attempt = try begin()
    let copy = try file.change { try $0.takeSnapshot("half", of: 7, now: 2_000) }
    try file.change { writing throws in
      try writing.put(PassRow(task: "answer", passed: 9_000), in: attempt.id)
    }
    #expect(try file.look { try $0.world(of: copy.id) } == .withTasks)
    let restored = try file.change { try $0.restore("half", in: 7, now: 3_000) }
    #expect(restored.origin == .withTasks)
    #expect(try file.look { try $0.world(of: restored.id) } == .withTasks)
    #expect(try grades().map(\.pass.passed) == [5_000, nil, nil])
  }

  @Test("of a pod that nobody was in yet are those of the class")
  func absent() throws {
    let tasks = WorldRows.withTasks.tasks
    try file.change { writing throws in
      try writing.put(PodRow(pod: 7, id: "al"))
      try writing.put(PodRow(pod: 8, id: "ch"))
      try writing.setTasksToCome([nil: tasks])
      try writing.setTasksToCome([nil: tasks])
    }
    _ = try begin()
    #expect(try grades().map(\.pod.pod) == [7, 7, 7, 8, 8, 8])
    #expect(try grades().map(\.attempt) == [1, 1, 1, nil, nil, nil])
    #expect(try grades().last?.pod.id == "ch")
  }

  @Test("of a pod that nobody was in yet may be called otherwise than those of another")
  func byPod() throws {
    let tasks = WorldRows.withTasks.tasks
    func rows(_ pod: Int) -> [TaskRow] {
      tasks.map { TaskRow(task: $0.task, title: "\($0.title) of \(pod)", points: $0.points) }
    }
    try file.change { writing throws in
      for pod in 7...9 { try writing.put(PodRow(pod: pod)) }
      try writing.setTasksToCome([nil: tasks])
      try writing.setTasksToCome([7: rows(7), 8: rows(8), 9: rows(9)])
    }
    _ = try begin()
    let titles = try grades().map(\.task.title)
    #expect(titles == tasks.map(\.title) + rows(8).map(\.title) + rows(9).map(\.title))
    #expect(try file.look { try $0.taskStatus() }.mapValues(\.all) == [7: 3, 8: 3, 9: 3])
  }

  @Test("go to an attempt that was begun without them")
  func later() throws {
    let attempt = try file.beginSample().attempt
    #expect(try grades().isEmpty)
    try file.change { writing throws in
      try writing.setTasks(
        WorldRows.withTasks.tasks, of: attempt.id, from: .init(name: "page", source: "x"))
    }
    #expect(try grades().count == 3)
    let live = try #require(try file.look { try $0.liveAttempt(of: 7) })
    #expect(live.origin.tasks == .init(name: "page", source: "x"))
  }

  @Test("are gone with their pod")
  func removed() throws {
    let attempt = try begin()
    try file.change { try $0.removePod(7) }
    #expect(try grades().isEmpty)
    try file.change { try $0.put(PassRow(task: "answer"), in: attempt.id) }
    #expect(try file.look { try $0.passes(of: attempt.id) }.isEmpty)
  }
}
