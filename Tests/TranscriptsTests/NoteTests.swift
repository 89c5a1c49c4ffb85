import Testing
import Transcripts

@Suite("Notes")
struct NoteTests {
  @Test(
    "a bracket that is nearly a wildcard",
    arguments: [
      "[....]", "[. .]", "[.. ]", "[ ..]", "[…]", "[...", "[..", "[name=...]", "[name =..]",
      "[name= ..]", "[name=…]", "[my name=..]", "[7=..]", "[name=..", "[.. .. ]", "[ ... ]",
    ])
  func near(bracket: String) throws {
    let text = "cms1a> say one|two\none\nSerial: \(bracket)\n"
    let outcome = try replay(text)
    #expect(!outcome.passed)
    #expect(outcome.firstDifference == 3)
    #expect(outcome.notes.map(\.line) == [3])
    #expect(outcome.notes.first?.text.hasPrefix("\(bracket) is text here") == true)
  }

  @Test("any lines within a line")
  func inline() throws {
    #expect(try replay("cms1a> say one\none [...]\n").notes.count == 1)
    #expect(try replay("cms1a> say one\n [...]\n").notes.count == 1)
  }

  @Test(
    "none for other brackets",
    arguments: [
      "[..]", "[x=..]", "[.]", "[]", "[ ]", "[a..]", "[..a]", "[a]", "[x=a]", "[x=.]", "..", "[",
      "[..] [x=..]", "[[..]]", "]..[", "[a [..", "#: [....]",
    ].filter { $0 != "[a [.." })
  func others(text: String) throws {
    #expect(try replay("cms1a> say one|two\none\n\(text)\n").notes == [])
  }

  @Test("none for what is printed so, nor for what is typed; the verdict is the same")
  func printed() throws {
    let passing = try replay("cms1a> say [....]|x\n[....]\n[..]\n")
    #expect(passing.passed && passing.notes == [])
  }

  @Test("a note does not make a difference")
  func verdict() throws {
    // Inside the elided lines nothing is wrong.
    let outcome = try replay("cms1a> say a[...]b\n[..][...]b\n")
    #expect(outcome.passed)
    #expect(outcome.notes == [Note(line: 2, text: outcome.notes.first?.text ?? "")])
  }

  @Test("a line of brackets takes no time")
  func speed() throws {
    let line = String(repeating: "[", count: 100_000)
    #expect(try replay("cms1a> say one\n\(line)\n").notes == [])
  }
}
