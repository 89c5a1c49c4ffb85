import Testing

@testable import Tutor

@Suite("Tasks that are read when somebody needs them")
struct PlannedTasksTests {
  @Test("those of the page have no briefing to show before that")
  func page() throws {
    let set = try #require(TaskSet.named("certificates"))
    #expect(set.briefing == nil && PlannedTasks.ofPage.briefing == nil)
    #expect(PlannedTasks.ofPage.read.tasks.map(\.id) == set.tasks.map(\.id))
    let text = String(decoding: set.source, as: UTF8.self)
    #expect(PlannedTasks.ofPage(named: "certificates", reading: text) != nil)
  }

  @Test("a set that is another one by now, or was never the page's, is none of these")
  func others() throws {
    for name in TaskSet.names {
      let source = try #require(TaskSet.named(name)?.source)
      let text = String(decoding: source, as: UTF8.self)
      #expect(PlannedTasks.ofPage(named: name, reading: text + "#") == nil)
      #expect((PlannedTasks.ofPage(named: name, reading: text) == nil) == (name != "certificates"))
    }
  }
}
