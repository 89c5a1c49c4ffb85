import Testing

@testable import Lab

@Suite("Names of scenarios")
struct ScenarioNameTests {
  @Test("those with a fault are numbered in their order, the others keep their names")
  func numbers() throws {
    let scenarios = Scenario.all
    var count = 0
    for (scenario, neutral) in zip(scenarios, Scenario.neutralNames) {
      if scenario.fault.actions.isEmpty {
        #expect(neutral == scenario.name)
      } else {
        count += 1
        #expect(neutral == "fault-\(count < 10 ? "0" : "")\(count)")
      }
      #expect(scenario.neutralName == neutral)
    }
    #expect(Scenario.neutralNames.count == scenarios.count)
    #expect(Set(Scenario.allNames).count == 2 * count + (scenarios.count - count))
  }

  @Test("a neutral name is that scenario, and is what it is called")
  func named() throws {
    let neutral = try #require(Scenario.named("fault-01"))
    #expect(neutral.source == Scenario.named("expired")?.source && neutral.name == "fault-01")
    #expect(neutral.neutralName == "fault-01" && Scenario.ownName(of: "fault-01") == "expired")
    #expect(Scenario.named("fault-00") == nil && Scenario.ownName(of: "my.yaml") == nil)
  }

  /// Words that would say what is wrong.
  private static let tellTale = [
    "expired", "not yet valid", "valid only", "intermediate", "issuing", "alternative", "postgrest",
    "der", "binary", "order", "renewed", "glued", "0x1a", "ctrl", "encrypted", "locked",
    "another ca", "wrong ca", "other ca", "new key", "pki csr",
  ]

  @Test("title and report name no fault", arguments: Scenario.names.filter { $0 != "workbench" })
  func symptoms(name: String) throws {
    let scenario = try #require(Scenario.named(name))
    let title = try #require(scenario.title)
    let report = try #require(scenario.briefing)
    let words = " \(title) \(report) ".lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " }
    let text = String(words)
    for word in Self.tellTale { #expect(!text.contains(" \(word) "), "\(word)") }
    #expect(!text.contains(" \(name.replacing("-", with: " ")) ") || name == "fresh")
  }
}
