import Lab
import Testing
import Tutor

@Suite struct TaskSetTests {
  @Test("a task is found by its id, and the points add up")
  func tasks() {
    let check = "cms1a.csr"
    let tasks = [("request", 2), ("chain", 3)].map { (id, points) in
      LabTask(
        id: id, title: id, text: id, check: .named(check), points: points)
    }
    let set = TaskSet(name: "page", title: "The page", tasks: tasks)
    #expect(set["chain"]?.points == 3)
    #expect(set["chains"] == nil)
    #expect(set.points == 5)
  }

  @Test("the program's own have titles that are the same in every pod")
  func titles() throws {
    let scenarios = try Scenario.names.compactMap { name in
      try TaskSet(of: #require(Scenario.named(name)))
    }
    #expect(scenarios.count > 10)
    for set in TaskSet.all + scenarios {
      for task in set.tasks { #expect(!task.title.contains("$"), "\(set.name): \(task.id)") }
    }
  }
}

extension Check {
  /// That a file is there.
  fileprivate static func named(_ name: String) -> Check { Check(.file(name, sameAs: nil)) }
}
