import Appliance
import Foundation
import PKI
import TestSupport
import Testing

@testable import Lab

/// docs/worlds.md, beside the reader it describes.
@Suite("The page about worlds")
struct WorldPageTests {
  private static let page = (try? Checkout.docs.text("worlds.md")) ?? ""

  @Test("its tables have the keys that are read, each in its section", arguments: WorldKeys.all)
  func keys(section: String, keys: [String]) {
    #expect(KeyTables(Self.page).keys(of: section) == keys)
  }

  @Test("it has no other sections with keys")
  func sections() {
    #expect(KeyTables(Self.page).sections == WorldKeys.all.map(\.section))
  }

  @Test("its ranges are those that are refused beyond")
  func ranges() throws {
    for match in Self.page.matches(of: /\| `(\w+)` \| number, (-?\d+) (?:to|or) (\d+) \|/) {
      let (key, low, high) = (String(match.output.1), match.output.2, match.output.3)
      let number = try #require(Int(high)) + 1
      let values =
        switch key {
        case "pod": "pod: \(number)"
        case "from", "days":
          "workstation: {files: [{file: a, certificate: cms1a, \(key): \(number)}]}"
        default: "authority: {\(key): \(number)}"
        }
      #expect {
        _ = try WorldDescription(
          scenario: Scenario(name: "x", source: Array("purpose: x\nworld: {\(values)}".utf8)))
      } throws: { "\($0)".contains("\(key): \(low) to \(high) is possible here, not \(number)") }
    }
  }

  /// A line of the key's number in the text of a request or certificate.
  private static func modulus(_ text: [UInt8]) -> String {
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
    let number = lines.drop { !$0.contains("Modulus") }.dropFirst().first ?? ""
    return number.trimmingCharacters(in: .whitespaces)
  }

  @Test("its example can be built, and its new holder has one key everywhere")
  func example() throws {
    let start = try #require(Self.page.range(of: "```yaml\n"))
    let yaml = Self.page[start.upperBound...]
    let source = try yaml[..<#require(yaml.range(of: "```")).lowerBound]
    let scenario = try Scenario(name: "recorder.yaml", source: Array(source.utf8))
    #expect(scenario.title == "The recorder's certificate" && scenario.page == .untouched)
    let world = try World(scenario: scenario, now: { WorldTests.now })
    let recorder = try #require(world.appliance(named: "recorder"))
    let key = try #require(PKIFile(recorder.contents(of: "recorder.key") ?? []).privateKey)
    let request = try #require(PKIFile(recorder.contents(of: "recorder.csr") ?? []).request)
    let chain = PKIFile(recorder.contents(of: "fullchain.cer") ?? []).certificates
    #expect(chain.count == 2 && chain.first?.matches(key) == true)
    let numbers = [request.text, chain.first?.text ?? []].map(Self.modulus)
    #expect(numbers[0] == numbers[1] && !numbers[0].isEmpty)
  }
}
