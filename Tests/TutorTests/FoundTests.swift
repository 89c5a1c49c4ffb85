import Appliance
import Lab
import Testing

@testable import Tutor

/// What was found stays found, and what was repaired is told where somebody breaks it again.
@Suite("What is said of a cause that was found")
struct FoundTests {
  private static let noLonger = "not so any more"

  @Test(
    "nobody is told that it is not found any more, while it is repaired",
    arguments: FindTests.faults)
  func found(_ fault: FindTests.Fault) throws {
    let attempt = try FoundCase(fault.name)
    try attempt.take(try #require(fault.looks.first))
    let find = try #require(attempt.progress.set["find"])
    #expect(attempt.progress.isDone(find))
    let pass = MarkdownLines.lines(of: try #require(find.pass))
    // All but the last command, and with that.
    for count in [1, 0] {
      try attempt.repair(dropping: count)
      #expect(attempt.ask(":check find") == ["find: passed"] + pass)
      for line in [":next", ":check repair", ":check"] {
        #expect(!attempt.ask(line).contains { $0.contains(Self.noLonger) }, "\(line)")
      }
    }
    #expect(attempt.progress.next == nil)
    let (file, host) = fault.spoil
    _ = try attempt.world.appliance(named: host)?.removeFile(file)
    attempt.settle()
    let next = attempt.ask(":next")
    #expect(next.first?.hasPrefix("repair was done, and is \(Self.noLonger): ") == true)
    #expect(
      next.dropFirst().map { $0.hasPrefix("No task is open: 2 of 2 tasks are done") } == [true])
    #expect(attempt.ask(":check find") == ["find: passed"] + pass)
    #expect(attempt.ask(":check repair").dropFirst().first?.contains(Self.noLonger) == true)
  }

  @Test("who has repaired it without looking has found it for good as well")
  func repaired() throws {
    let attempt = try FoundCase("wrong-ca")
    try attempt.repair()
    #expect(attempt.progress.next == nil)
    _ = try attempt.world.appliance(named: "cms1a")?.removeFile("cms1a.cer")
    attempt.settle()
    #expect(!attempt.ask(":check find").contains { $0.contains(Self.noLonger) })
  }
}
