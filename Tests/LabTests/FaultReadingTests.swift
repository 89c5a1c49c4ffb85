import Foundation
import TestSupport
import Testing

@testable import Lab

@Suite("Reading faults")
struct FaultReadingTests {
  private static let page = (try? Checkout.docs.text("worlds.md")) ?? ""

  /// The lists of actions in docs/worlds.md.
  private static let examples: [String] = page.split(separator: "```yaml\n").dropFirst()
    .map { String($0.prefix(upTo: ($0.range(of: "```") ?? $0.endIndex..<$0.endIndex).lowerBound)) }
    .filter { $0.hasPrefix("- {") }

  @Test("each example of docs/worlds.md befalls the whole lab; all actions are among them")
  func examples() throws {
    var words: Set<String> = []
    for line in Self.examples.flatMap({ $0.split(separator: "\n") }) {
      let world = try WholeLab.done()
      let before = WholeLab.files(world)
      let source = "purpose: x\nfault:\n\(line)\n"
      let fault = try Scenario(name: "x", source: Array(source.utf8)).fault
      words.formUnion(fault.actions.map(\.change.word))
      try world.befall(fault)
      #expect(WholeLab.files(world) != before, "\(line)")
    }
    #expect(
      words == [
        "reissue", "newKey", "swapKey", "drop", "reorder", "glue", "insert", "encrypt", "encode",
        "removeName", "changeName", "remove",
      ])
  }

  @Test("the scenario of docs/worlds.md's faults can be built")
  func scenario() throws {
    let start = try #require(Self.page.range(of: "## Faults"))
    let rest = Self.page[start.upperBound...]
    let yaml = try rest[#require(rest.range(of: "```yaml\n")).upperBound...]
    let source = try yaml[..<#require(yaml.range(of: "```")).lowerBound]
    let world = try World(
      scenario: Scenario(name: "x", source: Array(source.utf8)), now: { WorldTests.now })
    #expect(WholeLab.failures(world).contains("cms1b: match cms1b"))
  }

  @Test(
    "a bad action is refused with place, path and sentence",
    arguments: [
      ("{}", "3:9: fault[0]: nothing says what is done: one of reissue, newKey"),
      ("{remov: a}", "fault[0].remov: unknown key; did you mean `remove`?"),
      ("{remove: a, drop: b}", "fault[0].remove: this is an action of its own, beside drop"),
      ("{remove: a, part: 1}", "fault[0].part: this does not belong to remove"),
      ("{drop: a, parts: [1]}", "fault[0].parts: this does not belong to drop, which has part"),
      ("{drop: a}", "fault[0].part: this key is missing"),
      ("{drop: a, part: 0}", "fault[0].part: 1 to 256 is possible here, not 0"),
      ("{reissue: a}", "fault[0].reissue: nothing says what becomes of it"),
      ("{reissue: a, issuer: rot}", "fault[0].issuer: `rot` is not possible here; did you mean"),
      ("{reissue: a, days: 36501}", "fault[0].days: 1 to 36500 is possible here, not 36501"),
      ("{encrypt: a, password: ''}", "fault[0].password: this is no password"),
      ("{encode: a}", "fault[0].encode: nothing says what becomes of it"),
      ("{remove: 'a/b'}", "fault[0].remove: `a/b` is no name of a file"),
      ("{remove: a, on: cms1a}", "fault[0].on: a list belongs here, not a text"),
      ("{remove: a, on: []}", "fault[0].on: no machine is named"),
      ("{remove: a, on: [a b]}", "fault[0].on[0]: `a b` is no host name"),
      ("{removeName: a, name: a b}", "fault[0].name: `a b` is no alternative name"),
      ("{remove: a}", "bad.yaml:3:18: fault[0].remove: no machine has a"),
      ("{remove: cms1b.csv}", "no machine has cms1b.csv; did you mean `cms1b.csr`?"),
      ("{remove: \"\\u202Ea\"}", "3:18: fault[0].remove: no machine has \\u{202e}a"),
      (
        "{remove: cms1b.csv, on: [cms1b]}",
        "3:18: fault[0].remove: cms1b has no cms1b.csv; did you mean `cms1b.csr`?"
      ),
      (
        "{remove: cms1b.cer, on: [cms1b, cms1d]}",
        "3:41: fault[0].on[1]: there is no machine cms1d; did you mean `cms1a`?"
      ),
      (
        "{remove: cms1b.cer, on: [server]}",
        "3:34: fault[0].on[0]: there is no machine server; there is cms1a, cms1b, cms1c, pc1"
      ),
      (
        "{swapKey: cms1b.key, for: spere}",
        "3:35: fault[0].for: cms1b has no spere, nor is there a key of that name; did you mean `spare`?"
      ),
      ("{reissue: cms1b.cer, issuer: issuing}", "3:38: fault[0].issuer: there is no authority"),
      ("{drop: cms1b.cer, part: 1}", "3:16: fault[0].drop: it is no bundle"),
      ("{drop: cms1b-fullchain.cer, part: 3}", "3:43: fault[0].part: it has no part 3: it has 2"),
      ("{glue: cms1b-fullchain.cer, after: 2}", "fault[0].after: no part stands behind part 2"),
      ("{reorder: cms1b-fullchain.cer, parts: [1]}", "3:47: fault[0].parts: each of its 2 parts"),
      ("{removeName: cms1b, name: x.lab}", "3:35: fault[0].name: no cms1b.csr or cms1b.cer on any"),
      ("{removeName: cmsb, name: x.lab}", "3:22: fault[0].removeName: no machine has cmsb.csr or"),
    ])
  func refusals(action: String, words: String) throws {
    let source = "purpose: x\n\nfault: [\(action)]\n"
    do {
      let scenario = try Scenario(name: "bad.yaml", source: Array(source.utf8))
      _ = try World(scenario: scenario, now: { WorldTests.now })
      Issue.record("\(action) was accepted")
    } catch {
      #expect("\(error)".contains(words), "\(error)")
    }
  }
}
