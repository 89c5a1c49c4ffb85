import Foundation
import Lab
import ProgramSupport
import TestSupport
import Testing

/// docs/teaching.md: its example is a lab that can be built, and its tasks are solved by its solution.
@Suite("The page about teaching")
struct TeachingPageTests {
  @Test("its scenario can be built, and its solution solves its tasks")
  func example() throws {
    let page = try Checkout.docs.text("teaching.md")
    let yaml = page.matches(of: /```yaml\n((?s:.*?))```\n/).map { String($0.output.1) }
    let console = page.matches(of: /```text\n((?s:.*?))```\n/).map { String($0.output.1) }
    #expect(yaml.count == 1 && console.count == 1)
    let folder = try TemporaryFolder()
    try folder.write("recorder.yaml", try #require(yaml.first))
    try folder.write("recorder.txt", try #require(console.first))
    let path = "\(folder.path)/recorder.yaml"
    for command in ["scenarios", "tasks"] {
      let result = try Program.run(command, "check", path)
      #expect(result.output == "ok      \(path)\n" && result.status == 0, "\(result.errors)")
    }
  }

  @Test("the pages name scenarios to trainees by names that give nothing away")
  func names() throws {
    for name in ["lab.md", "teaching.md"] {
      let page = try Checkout.docs.text(name)
      let named = page.matches(of: /--scenario ([a-z0-9-]+)(?![a-z0-9.-])/)
        .map { String($0.output.1) }
      #expect(!named.isEmpty && named.allSatisfy(Scenario.neutralNames.contains))
    }
  }
}
