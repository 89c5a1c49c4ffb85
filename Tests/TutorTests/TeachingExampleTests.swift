import Lab
import TestSupport
import Testing

@testable import Tutor

/// What the example of docs/teaching.md takes for having found the cause.
@Suite("The example for those who teach")
struct TeachingExampleTests {
  private static let look = [FindLook("recorder", "pki match recorder.key recorder.cer")]

  /// What of the page has that fence.
  private static func block(_ fence: String) throws -> String {
    let page = try Checkout.docs.text("teaching.md")
    let start = try #require(page.firstRange(of: "```\(fence)\n")).upperBound
    return String(page[start..<(try #require(page[start...].firstRange(of: "```\n")).lowerBound)])
  }

  private static func attempt() throws -> FindCase {
    try FindCase(
      in: Scenario(name: "recorder", source: Array(try block("yaml").utf8)))
  }

  @Test("the look finds it, and repairs nothing")
  func finds() throws {
    let attempt = try Self.attempt()
    #expect(try !attempt.isFound)
    attempt.take(Self.look)
    #expect(try attempt.isFound)
    #expect(try !attempt.finding("repair").holds)
  }

  @Test(
    "another file under the name finds nothing, and neither does the right one put back",
    arguments: [
      "put cms1a.cer recorder.cer", "put cms1b.cer recorder.cer", "mv recorder.csr o.csr",
    ])
  func other(command: String) throws {
    let attempt = try Self.attempt()
    let psftp = "psftp recorder -l admin -pw c1sco123"
    attempt.type(["echo get recorder.cer | \(psftp)", "echo \(command) | \(psftp)"], on: "pc1")
    attempt.take(Self.look)
    #expect(try !attempt.isFound)
    guard command.hasPrefix("put") else { return }
    attempt.type(["echo put recorder.cer | \(psftp)"], on: "pc1")
    #expect(try !attempt.isFound)
    attempt.take(Self.look)
    #expect(try attempt.isFound)
  }

  @Test("the solution of the page finds and repairs it")
  func solved() throws {
    let attempt = try Self.attempt()
    for line in try Self.block("text").split(separator: "\n") {
      guard let end = line.firstIndex(of: ">"), line != "[...]" else { continue }
      let host = line[..<end] == "recorder" ? "recorder" : "pc1"
      attempt.type([line[line.index(after: end)...].drop { $0 == " " }].map(String.init), on: host)
    }
    #expect(try attempt.isFound && attempt.finding("repair").holds)
  }
}
