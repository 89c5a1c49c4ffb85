import Console
import Lab
import Store
import TestSupport
import Testing
import Tutor
import Workstation

@testable import Classroom

@Suite("Tasks of a class")
struct ClassTasksTests {
  private let lab: TestClass
  private let classroom: Classroom
  private static let text = """
    tasks:
    - {id: one, text: a, title: "One for $name", check: {file: one.txt, on: pc1}}
    - {id: two, text: b, check: {file: two.txt, on: pc1}, hints: [{text: c, cost: 1}]}
    """

  init() throws {
    lab = try TestClass()
    let set = try TaskSet(name: "x", source: Array(Self.text.utf8))
    var equipment = Equipment(clock: { TestClass.now }, now: { TestClass.now / 1_000 })
    equipment.archive = lab.archive
    equipment.tasks = set
    equipment.origin.tasks = AttemptRow.Origin.Tasks(set)
    classroom = Classroom(try WorldDescription(), pods: 2, equipment: equipment)
  }

  private func type(_ lines: String..., pod: Int = 1) throws {
    let workstation = try #require(classroom.pods[pod - 1].workstation)
    workstation.seat().openWindow().type(lines, on: TextScreen())
    let progress = try #require(classroom.pods[pod - 1].progress)
    #expect(progress.catchUp(within: 60_000))
  }

  private func done(_ pod: Int = 1) throws -> [String] {
    try lab.look { try $0.grades() }.filter { $0.pod.pod == pod && $0.pass.passed != nil }
      .map(\.task.task)
  }

  @Test("go with snapshots, begin anew with a reset, and belong to a pod each")
  func leading() throws {
    try type("echo x > one.txt")
    try type("echo x > two.txt", pod: 2)
    #expect(try done() == ["one"] && done(2) == ["two"])
    #expect(lab.ask(.snapshot, [.pod: "1", .name: "half"], of: classroom).status == 0)
    try type("echo x > two.txt")
    #expect(try done() == ["one", "two"])
    #expect(lab.ask(.restore, [.pod: "1", .name: "half"], of: classroom).status == 0)
    #expect(try done() == ["one"])
    #expect(classroom.pods[0].progress?.done == 1)
    #expect(lab.ask(.reset, [.pod: "1"], of: classroom).status == 0)
    #expect(try done() == [])
    #expect(classroom.pods[0].progress?.done == 0)
    try type("echo x > two.txt")
    #expect(try done() == ["two"] && done(2) == ["two"])
    #expect(lab.ask(.grade, [.format: "moodle"], of: classroom).output.contains("pod1,,0,1\n"))
  }

  @Test("have the trainee's name in them for the trainee, and not in the file")
  func names() throws {
    try lab.file.write { (writing) throws(StoreFault) in
      try writing.put(PodRow(pod: 1, lastName: "Lovelace", firstName: "Ada"))
    }
    try type("echo x > one.txt")
    #expect(classroom.pods[0].progress?.set.tasks[0].title == "One for Ada Lovelace")
    #expect(try lab.look { try $0.grades() }.first?.task.title == "One for trainee")
  }

  @Test("of a pod that nobody was in are called as a trainee there would have them")
  func titles() throws {
    let source = """
      variables: {city: [paris, rome]}
      tasks: [{id: one, text: a, title: "$$1 for $name at $pod in $city", check: {file: one.txt}}]
      """
    let set = try TaskSet(name: "x", source: Array(source.utf8))
    try lab.file.write { (writing) throws(StoreFault) in
      for pod in 1...2 { try writing.put(PodRow(pod: pod)) }
      try writing.setMeta(GradeSheet.assignmentKey, "x")
      try writing.setMeta(GradeSheet.sourceKey, source)
      try writing.setTasksToCome([nil: set.rows(for: nil)])
    }
    let titles = try lab.look { try GradeSheet($0) }.rows.map(\.task.title)
    #expect(titles == (1...2).map { set.filled(for: Trainee(pod: $0)).tasks[0].title })
    #expect(titles[1].hasPrefix("$1 for trainee at 2 in "))
    // What cannot be read any more stays as it is.
    try lab.file.write { (writing) throws(StoreFault) in
      try writing.setMeta(GradeSheet.sourceKey, "tasks: {")
    }
    #expect(
      try lab.look { try GradeSheet($0) }.rows[0].task.title == "$$1 for $name at $pod in $city")
  }

  @Test("of a pod that nobody was in are called so in the view too, as each pod has its own")
  func titlesByPod() throws {
    let source = """
      variables: {city: [paris, rome]}
      tasks: [{id: one, text: a, title: "$$1 at $pod in $city", check: {file: one.txt}}]
      """
    let set = try TaskSet(name: "x", source: Array(source.utf8))
    try lab.file.write { (writing) throws(StoreFault) in
      for pod in 1...2 { try writing.put(PodRow(pod: pod)) }
      try writing.setTasksToCome(set.rowsToCome(in: [1, 2]))
    }
    let titles = try lab.look { try $0.grades() }.map(\.task.title)
    #expect(titles == (1...2).map { set.filled(for: Trainee(pod: $0)).tasks[0].title })
    #expect(titles[1].hasPrefix("$1 at 2 in "))
    let plain = try TaskSet(
      name: "x", source: Array("tasks: [{id: one, text: b, check: {file: one.txt}}]".utf8))
    #expect(plain.rowsToCome(in: [1, 2]) == [nil: plain.rows(for: 1)])
  }

  @Test("of a pod that was begun before there were any are those of the class")
  func later() throws {
    var equipment = Equipment(clock: { TestClass.now }, now: { TestClass.now / 1_000 })
    equipment.archive = lab.archive
    let old = Classroom(try WorldDescription(), pods: 1, equipment: equipment)
    let workstation = try #require(old.pods[0].workstation)
    workstation.seat().openWindow().type(["echo x > one.txt"], on: TextScreen())
    #expect(old.pods[0].progress == nil)
    // What was done counts.
    try type("ver")
    #expect(try done() == ["one"])
  }

  @Test("cost hints what they say, and no more points than there are")
  func hints() throws {
    try type("echo x > two.txt")
    let progress = try #require(classroom.pods[0].progress)
    let task = try #require(progress.set["two"])
    #expect(progress.points == 1)
    // Whoever is done may still read.
    #expect(try progress.takeHint(task)?.text == "c")
    #expect(try lab.look { try $0.grades() }.map(\.points) == [0, 1])
  }
}
