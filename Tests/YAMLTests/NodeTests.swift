import TestSupport
import Testing
import Words

@testable import YAML

@Suite("YAML")
struct NodeTests {
  private func node(_ text: String) throws(YAMLError) -> Node {
    try Node(reading: Array(text.utf8), file: "a.yaml")
  }

  private func message(_ bytes: [UInt8]) -> String {
    do {
      _ = try Node(reading: bytes, file: "a.yaml")
      return "accepted"
    } catch {
      return "\(error)"
    }
  }

  @Test("values have places, and mappings an order")
  func places() throws {
    let node = try node("# note\nb: {d: 1, c: 'x'}\na:\n  - x\n  - \"y\"\n")
    guard case .mapping(let members) = node.content else { throw Unexpected() }
    #expect(members.map(\.key.text) == ["b", "a"])
    #expect(node["b"]?["c"]?.place == Place(file: "a.yaml", line: 2, column: 14))
    let list = try Field(#require(node["a"]), path: "a").list(atMost: 2)
    #expect(list.map(\.path) == ["a[0]", "a[1]"])
    #expect("\(list[1].origin.place)" == "a.yaml:5:5")
    #expect(try list.map { (field) throws(YAMLError) in try field.string() } == ["x", "y"])
  }

  private struct Unexpected: Error {}

  @Test(
    "what is no plain tree is refused with its place",
    arguments: [
      ("a: &x b", "a.yaml:1:4: a: anchors (&) are not allowed"),
      ("a: &x {}", "1:4: a: anchors"), ("a: &x []", "1:4: a: anchors"),
      ("a: *x", "a.yaml:1:4: a: aliases (*) are not allowed"),
      ("a:\n  <<: {}", "a.yaml:2:3: a.<<: merge keys (<<) are not allowed"),
      ("a: !!str b", "a.yaml:1:4: a: tags (!) are not allowed"),
      ("a: [b, ! c]", "a.yaml:1:8: a[1]: tags (!) are not allowed"),
      ("%TAG ! tag:x,2000:\n---\na: b", "1:1: tags (!) are not allowed"),
      ("a: b\n---\na: b", "a.yaml:2:1: there may be one document only"),
      ("a: b\nc: {d: 1, d: 2}", "a.yaml:2:11: c.d: this key is there twice"),
      ("? [a]\n: b", "1:3: a key is a single word"), ("{{a: b}: c}", "a key is a single word"),
      ("", "a.yaml:1:1: the file holds nothing"), ("# note", "1:1: the file holds nothing"),
      ("a: [", "a.yaml:2:1: this is no YAML"), ("a: b: c", "a.yaml:1:5: this is no YAML"),
      ("a: \u{7}", "a.yaml:1:4: this is no YAML: control characters are not allowed"),
      ("\t- a", "1:1: this is no YAML"), ("a: \"\\uD800\"", "1:7: this is no YAML"),
    ])
  func refusals(text: String, expected: String) {
    let message = message(Array(text.utf8))
    #expect(message.contains(expected), "\(message)")
  }

  @Test("bytes that are no UTF-8 are refused with line and column")
  func bytes() {
    #expect(message(Array("a: b\nä: ".utf8) + [0xFF]).hasPrefix("a.yaml:2:4: this is no YAML"))
    #expect(
      message([0xFF, 0xFE, 0x61, 0x00]) == "a.yaml:1:1: the file is UTF-16; save it as UTF-8")
    #expect(message(Array("a: b".utf8) + [0]).hasPrefix("a.yaml:1:5: this is no YAML"))
    #expect(message([0xEF, 0xBB, 0xBF] + Array("a: b".utf8)) == "accepted")
  }

  @Test("depth and size have limits")
  func limits() {
    let deep = { (count: Int) in
      String(repeating: "[", count: count) + String(repeating: "]", count: count)
    }
    #expect(message(Array(deep(32).utf8)) == "accepted")
    #expect(message(Array(deep(33).utf8)).contains("more than 32 lists and mappings"))
    #expect(message(Array(deep(500_000).utf8)).contains("more than 32 lists and mappings"))
    #expect(message([UInt8](repeating: 0x20, count: 1 << 20)).contains("holds nothing"))
    let large = message([UInt8](repeating: 0x20, count: (1 << 20) + 1))
    #expect(large == "a.yaml:1:1: the file is larger than 1 MiB")
  }

  @Test("behind thousands of values below long keys a fault is named with all of them")
  func longPaths() {
    let key = String(repeating: "k", count: 60)
    var text = ""
    for level in 0..<30 { text += String(repeating: " ", count: level) + key + ":\n" }
    text += String(repeating: " ", count: 31) + "[" + String(repeating: "a,", count: 10_000)
    #expect(message(Array((text + "]").utf8)) == "accepted")
    let path = Array(repeating: key, count: 30).joined(separator: ".") + "[10000]"
    #expect(
      message(Array((text + "*a]").utf8))
        == "a.yaml:31:20033: \(path): aliases (*) are not allowed")
  }

  @Test(
    "a text is not made of anything else",
    arguments: [
      ("x", true), ("'1'", true), ("\"true\"", true), ("''", true), ("10.0.0.1", true),
      ("yes", true), ("|\n  7", true), ("1", false), ("-1.5e3", false), ("0x1F", false),
      (".5", false), (".inf", false), ("true", false), ("False", false), ("~", false),
      ("null", false), ("", false), ("1e", true), ("0xg", true), ("+", true), ("[]", false),
    ])
  func texts(text: String, isText: Bool) throws {
    let field = Field(try #require(try node("a: \(text)\n")["a"]), path: "a")
    #expect(((try? field.string()) != nil) == isText)
  }

  @Test(
    "a number is decimal and in its range",
    arguments: [
      ("5", 5), ("-3", -3), ("+4", 4), ("0", 0), ("10", 10), ("11", nil), ("05", nil), ("1.0", nil),
      ("1e1", nil), ("0x1", nil), ("'5'", nil), ("99999999999999999999", nil), ("x", nil),
      ("-9223372036854775808", nil), ("true", nil), ("[5]", nil),
    ] as [(String, Int?)])
  func numbers(text: String, number: Int?) throws {
    let field = Field(try #require(try node("a: \(text)\n")["a"]), path: "a")
    #expect((try? field.integer(in: -3...10)) == number)
  }

  @Test("a truth value is true or false", arguments: [("true", true), ("false", false)])
  func truth(text: String, value: Bool) throws {
    #expect(try Field(node(text)).boolean() == value)
    for other in ["'\(text)'", text.uppercased(), "True", "yes", "1"] {
      #expect((try? Field(node(other)).boolean()) == nil)
    }
  }

  @Test("mappings are laid over each other; everything keeps its place")
  func overlay() throws {
    let base = try Node(reading: Array("a: {b: 1, c: [1]}\nd: 2".utf8), file: "base")
    let over = try Node(reading: Array("a: {c: [2, 3], e: 4}\nd: {f: 5}".utf8), file: "over")
    let node = base.overlaid(with: over)
    #expect(node["a"]?["b"]?.place.file == "base")
    #expect(node["a"]?["c"]?.place == Place(file: "over", line: 1, column: 8))
    #expect(try Field(#require(node["a"]?["c"])).list(atMost: 9).count == 2)
    #expect(node["a"]?["e"] != nil && node["d"]?["f"] != nil)
  }

  private enum Key: String, CaseIterable { case name, size }

  @Test("keys are those that are known, and nothing in a message obeys a file")
  func keys() throws {
    let fields = try Fields(Field(node("name: x")), keys: Key.self)
    #expect(try fields.required(.name).string() == "x" && fields[.size] == nil)
    let texts = ["nam: x": "1:1: nam: unknown key; did you mean `name`?"]
    for (text, expected) in texts {
      #expect {
        _ = try Fields(Field(node(text)), keys: Key.self)
      } throws: { "\($0)".contains(expected) }
    }
    #expect {
      _ = try fields.required(.size)
    } throws: { "\($0)" == "a.yaml:1:1: size: this key is missing" }
    #expect {
      _ = try Fields(Field(node("\"\\e[31m\": x")), keys: Key.self)
    } throws: { !"\($0)".contains("\u{1B}") }
  }

  @Test("random bytes are read or refused with a place")
  func random() {
    var dice = Dice(state: 7)
    let signs = Array("ab:-[]{}&*!|>'\"#%@,? \n\t<~\\0".utf8)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0..<40, using: &dice)
      let bytes = (0..<count).map { _ in signs.randomElement(using: &dice) ?? 0 }
      let message = message(bytes)
      #expect(message == "accepted" || message.hasPrefix("a.yaml:"))
    }
  }
}
