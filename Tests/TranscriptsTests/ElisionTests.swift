import Testing
import Transcripts

@Suite("Elisions")
struct ElisionTests {
  static let lines: [(pattern: String, line: String, matches: Bool)] = [
    ("", "", true), ("", "  ", true), ("a", "", false), ("a \t", "a", true), ("a", "a \r", true),
    (" a", "a", false), ("A", "a", false),
    ("[..]", "", true), ("[..]", "anything at all", true),
    ("[..]b", "ab", true), ("[..]b", "b", true), ("[..]b", "ba", false),
    ("a[..]", "a", true), ("a[..]", "abc", true), ("a[..]", "ba", false),
    ("a[..]c", "ac", true), ("a[..]c", "abc", true), ("a[..]c", "ab", false),
    ("ab[..]bc", "abc", false), ("ab[..]bc", "abbc", true),
    ("a[..]b[..]c", "a b b c c", true), ("a[..]b[..]c", "a c b", false),
    ("[..]b[..]", "abc", true), ("[..]b[..]", "ac", false), ("[..][..]", "", true),
    ("[..]aab[..]", "aaab", true), ("[..]aab[..]", "aaaxaab", true),
    ("[..]aabaabaabaabaabaac[..]", "xaabaabaabaabaabaabaacx", true),
    ("[..]aabaabaabaabaabaac[..]", "xaabaabaabaabaabaabaabc", false),
    ("x[..]abac[..]y", "xababacy", true), ("x[..]abac[..]y", "xababaxcy", false),
    ("[..]abab[..]ab[..]c", "abababc", true), ("[..]abab[..]ab[..]c", "ababac", false),
    ("Name: [..]", "Name:", true), ("Name: [..]", "Name: x  ", true), ("Name: [..]", "Na", false),
    ("Name: [..]", "Name:x", false),
    ("[...]x", "[...]x", true), ("[...]x", "x", false), ("[.]", "[.]", true), ("[..", "[..", true),
    (".", ".....", true), ("....", ".", true), ("...", "", false), ("..", ". .", false),
    ("..", "..x", false), (".. ", "... ", true), (" ..", "..", false), ("x", "..", false),
  ]

  @Test("within a line", arguments: lines)
  func withinLine(pattern: String, line: String, matches: Bool) {
    let pattern = LinePattern(Array(pattern.utf8)[...])
    #expect(pattern.matches(Array(line.utf8)[...]) == matches)
    #expect(!pattern.isAnyLines)
  }

  static let outputs: [(expected: [String], passes: Bool)] = [
    (["[...]"], true),
    (["[...]", "four"], true), (["[...]", "three"], false), (["[...]", "one"], false),
    (["one", "[...]"], true), (["two", "[...]"], false),
    (["one", "[...]", "four"], true), (["one", "[...]", "two", "[...]", "four"], true),
    (["one", "[...]", "three", "[...]", "two", "[...]"], false),
    (["[...]", "two", "three", "[...]"], true), (["[...]", "one", "three", "[...]"], false),
    (["[...]", "[...]"], true), (["one", "two", "[...]", "three", "four"], true),
    (["one", "two", "three", "[...]", "three", "four"], false),
    (["one", "[..]", "[..]", "four"], true), (["one", "[..]", "four"], false),
    (["[...]", "t[..]", "f[..]"], true), (["[..]", "[...]", "[..]r"], true),
    (["one", "two", "three", "four", "[...]"], true),
    ([" [...]", "four"], false),
  ]

  @Test("over lines", arguments: outputs)
  func overLines(expected: [String], passes: Bool) throws {
    let text = "cms1a> say one|two|three|four\n\(expected.joined(separator: "\n"))\ncms1a>\n"
    #expect(try replay(text).passed == passes)
  }

  @Test("none where nothing is printed")
  func noLines() throws {
    #expect(try replay("cms1a>\n[...]\n[...]\ncms1a>\n").passed)
    #expect(try !replay("cms1a>\n[..]\ncms1a>\n").passed)
  }

  @Test("a piece that almost stands everywhere takes no time")
  func longPiece() {
    let line = Array(repeating: UInt8(ascii: "a"), count: 100_000)[...]
    let pattern = Array("[..]".utf8) + line.prefix(50_000) + Array("b[..]".utf8)
    #expect(!LinePattern(pattern[...]).matches(line))
  }

  @Test("long lines are not paired, only replaced")
  func longLines() throws {
    let word = String(repeating: "a", count: 4000)
    let expected = String(repeating: "[..]\(word)b[..]\n", count: 200)
    let output = String(repeating: "\(word)|", count: 200)
    #expect(try !replay("cms1a> say \(output)\n\(expected)").passed)
  }

  @Test("many gaps that almost match take no time")
  func noBlowUp() throws {
    let gaps = String(repeating: "a[..]", count: 200)
    let line = String(repeating: "a", count: 2000)
    #expect(!LinePattern(Array((gaps + "b").utf8)[...]).matches(Array(line.utf8)[...]))
    let many = String(repeating: "[...]\nx\n", count: 200)
    let text = "cms1a> say \(String(repeating: "x|", count: 500))\n\(many)[...]\nend\n"
    #expect(try !replay(text).passed)
  }
}
