import Foundation
import TestSupport
import Testing
import YAML

@testable import Lab

/// Every file that is part of the program, with a mistake in it, is accepted or refused with a place.
@Suite("Mutants of worlds")
struct MutantTests {
  private static let files: [String: [UInt8]] = Dictionary(
    uniqueKeysWithValues: (EmbeddedFile.scenarios + [EmbeddedFile.pod7])
      .map { ($0.name, $0.bytes) })

  /// Reads a file as what it is: a scenario, or what scenarios are laid over.
  private func read(_ source: [UInt8], name: String) throws {
    if name == "pod7" {
      _ = try WorldReader.description(Field(Node(reading: source, file: name), path: "world"))
    } else {
      _ = try WorldDescription(scenario: Scenario(name: name, source: source))
    }
  }

  private func check(_ source: [UInt8], name: String) -> Bool {
    do {
      try read(source, name: name)
      return true
    } catch {
      let parts = "\(error)".split(separator: ":", maxSplits: 3)
      let files = [name, "pod7.yaml", "page-done.yaml"]
      #expect(parts.count == 4 && files.contains(String(parts[0])), "\(error)")
      #expect(parts.count == 4 && Int(parts[1]) != nil && Int(parts[2]) != nil, "\(error)")
      return false
    }
  }

  @Test("a character dropped, doubled or replaced", arguments: files.keys.sorted())
  func characters(name: String) throws {
    let source = try #require(Self.files[name])
    var dice = Dice(state: UInt64(source.count))
    let replacements = Array(":-[]{}&*!|>'\"#, \n0".utf8) + [0x00, 0xFF]
    for _ in 0..<150 {
      _ = check(dice.mutant(of: source, replacements: replacements), name: name)
    }
  }

  @Test("a value of every kind in every place", arguments: files.keys.sorted())
  func kinds(name: String) throws {
    let text = String(decoding: try #require(Self.files[name]), as: UTF8.self)
    for match in text.matches(of: /:\ [^{\[>|\n,}]+/) {
      for value in ["[]", "{}", "7", "-1", "x", "true", "~", "''", "99999999999999999999"] {
        let mutant = text.replacingCharacters(in: match.range, with: ": \(value)")
        _ = check(Array(mutant.utf8), name: name)
      }
    }
  }

  @Test("a typo in any key is refused", arguments: files.keys.sorted())
  func typos(name: String) throws {
    let file = String(decoding: try #require(Self.files[name]), as: UTF8.self)
    // Tasks, with what solves them, are read by whoever knows what they mean.
    let text = file.firstRange(of: "\nsolve:").map { String(file[..<$0.lowerBound]) + "\n" } ?? file
    let keys = Set(WorldKeys.all.flatMap(\.keys))
    for match in text.matches(of: /([A-Za-z]+):[\ \n]/) where keys.contains(String(match.output.1))
    {
      let word = match.output.1
      // Words of a purpose or a comment end with a colon too.
      let before = text[..<match.range.lowerBound]
      let line = before.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
      let last = line.last { $0 != " " }
      guard !line.contains("#"), last.map("{,-".contains) ?? true else { continue }
      let mutant = text.replacingCharacters(
        in: word.startIndex..<word.endIndex, with: word.dropLast() + "zz")
      #expect(!check(Array(mutant.utf8), name: name), "\(word)")
    }
  }

  @Test(
    "the ends of all ranges can be built",
    arguments: [
      "authority: {age: 0, years: 1, days: 1, nextRequest: 1}",
      "authority: {age: 20000, years: 100, days: 36500, nextRequest: 1000000, tiers: 2}",
      "workstation: {files: [{file: a, certificate: cms1a, from: -36500, days: 36500}]}",
      "workstation: {files: [{file: a, certificate: cms1a, from: 36500, days: 36500}]}",
      "workstation: {files: [{file: a, certificate: cms1a, issuer: other, from: 36500, days: 1}]}",
      "pod: 9999",
    ])
  func ends(world: String) throws {
    let scenario = try Scenario(name: "ends", source: Array("purpose: x\nworld: {\(world)}".utf8))
    for now: Int64 in [0, 1_795_424_400, 4_102_444_800] {
      _ = try World(scenario: scenario, now: { now })
    }
  }
}
