import Foundation
import MMPShell
import TestSupport
import Testing

@testable import Tutor

/// docs/tasks.md, beside the reader it describes.
@Suite("The page about tasks")
struct TaskPageTests {
  private static let page = (try? Checkout.docs.text("tasks.md")) ?? ""

  @Test("its tables have the keys that are read, each in its section", arguments: TaskKeys.all)
  func keys(section: String, keys: [String]) {
    #expect(KeyTables(Self.page).keys(of: section) == keys)
  }

  @Test("it has no other sections with keys")
  func sections() {
    #expect(KeyTables(Self.page).sections == TaskKeys.all.map(\.section))
  }

  @Test("each of its examples is read: sets as they are, conditions as tasks' checks")
  func examples() throws {
    let blocks = Self.page.matches(of: /```yaml\n([^`]*(?:`[^`]+`[^`]*)*)```/)
      .map { String($0.output.1) }
    #expect(blocks.count == Self.page.components(separatedBy: "```yaml").count - 1)
    for block in blocks {
      guard block.hasPrefix("- ") else {
        _ = try TaskSet(name: "example", source: Array(block.utf8))
        continue
      }
      let indented = block.split(separator: "\n").map { "        \($0)\n" }.joined()
      let yaml = "tasks:\n  - id: a\n    text: b\n    check:\n      all:\n\(indented)"
      #expect(throws: Never.self, "\(block)") {
        try TaskSet(name: "example", source: Array(yaml.utf8))
      }
    }
  }

  @Test("it names the commands that can be typed in a check")
  func commands() {
    let text = Self.page.replacing("\n", with: " ")
    let sentence = text[(text.range(of: "only commands that read")?.lowerBound ?? text.endIndex)...]
      .prefix { $0 != "." }
    let named = sentence.matches(of: /`([^`]+)`/).map { String($0.output.1) }
    #expect(Set(named) == Set(Shell.readingCommands))
  }

  @Test("each set that comes with the program is read, and each scenario's tasks")
  func built() throws {
    #expect(TaskSet.all.map(\.name) == TaskSet.names && !TaskSet.names.isEmpty)
    for name in TaskSet.names {
      let source = try Fixtures.tasks.text("\(name).yaml")
      #expect(TaskSet.named(name)?.source == Array(source.utf8))
    }
  }
}
