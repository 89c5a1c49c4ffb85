import Foundation
import Lab
import TestSupport
import Testing

@testable import Tutor

/// Every set that is part of the program, with a mistake in it, is accepted or refused with a place.
@Suite("Mutants of tasks")
struct TaskMutantTests {
  private static let sets = TaskSet.names
  private static let keys = Set(TaskKeys.all.flatMap(\.keys))

  private func source(_ name: String) throws -> [UInt8] {
    Array(try Fixtures.tasks.text("\(name).yaml").utf8)
  }

  /// Whether it is read; what refuses it names a place.
  private func isRead(_ source: [UInt8], name: String) -> Bool {
    do throws(TaskSetError) {
      _ = try TaskSet(name: name, source: source)
      return true
    } catch {
      let parts = "\(error)".split(separator: ":", maxSplits: 3)
      #expect(parts.count == 4 && Int(parts[1]) != nil && Int(parts[2]) != nil, "\(error)")
      return false
    }
  }

  @Test("a character dropped, doubled or replaced", arguments: sets)
  func characters(name: String) throws {
    let source = try source(name)
    var dice = Dice(state: UInt64(source.count))
    let replacements = Array(":-[]{}&*!|>'\"#, \n0$".utf8) + [0x00, 0xFF]
    for _ in 0..<200 {
      _ = isRead(dice.mutant(of: source, replacements: replacements), name: name)
    }
  }

  @Test("a typo in any key is refused", arguments: sets)
  func typos(name: String) throws {
    let text = String(decoding: try source(name), as: UTF8.self)
    #expect(isRead(Array(text.utf8), name: name))
    for match in text.matches(of: /(?m)^ *(?:- )?\{?([A-Za-z]+):[\ \n]/)
    where Self.keys.contains(String(match.output.1)) {
      let word = match.output.1
      let mutant = text.replacingCharacters(
        in: word.startIndex..<word.endIndex, with: word.dropLast() + "zz")
      #expect(!isRead(Array(mutant.utf8), name: name), "\(word)")
    }
  }
}
