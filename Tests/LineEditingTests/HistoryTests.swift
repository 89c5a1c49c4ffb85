import Console
import Testing

@testable import LineEditing

@Suite("History")
struct HistoryTests {
  private let up = "\u{1B}[A"
  private let down = "\u{1B}[B"

  private func line(_ keys: String, after lines: String...) -> String? {
    let terminal = TestTerminal()
    for line in lines { terminal.type(line + "\r") }
    terminal.type(keys)
    return terminal.session.editor.line.text
  }

  @Test("up and down walk; down returns to the unfinished line")
  func walk() {
    #expect(line(up, after: "a", "b") == "b")
    #expect(line(up + up, after: "a", "b") == "a")
    #expect(line(up + up + up, after: "a", "b") == "a")
    #expect(line("x" + up + up + down + down, after: "a", "b") == "x")
    #expect(line("x" + down, after: "a", "b") == "x")
    #expect(line("\u{10}\u{10}\u{E}!", after: "a", "b") == "b!")
  }

  @Test("the last blank of a line is not recalled, as with libedit")
  func blank() {
    #expect(line(up, after: "a ") == "a")
    #expect(line(up, after: "a  ") == "a ")
    #expect(line("x " + up + down, after: "a ") == "x ")
  }

  @Test("a recalled line that was edited is remembered as it was, and as it was carried out")
  func edited() {
    #expect(line(up + "x" + up + down, after: "a", "b") == "b")
    #expect(line(up + "x\r" + up + up, after: "a") == "a")
    #expect(line(up + "x\r" + up, after: "a") == "ax")
  }

  @Test("blank lines, repeated lines, answers and secrets are not remembered")
  func forgotten() {
    #expect(line(up + up, after: "a", "b", "", "  ", "b") == "a")
    #expect(line(up, after: "question", "yes") == "question")
    #expect(line(up, after: "ask", "secret") == "ask")
    // The same to the eye, not the same.
    #expect(line(up + up, after: "é", "e\u{301}") == "é")
  }

  @Test("500 lines are kept, and no more than 256 KiB")
  func limits() {
    var history = LineHistory()
    for number in 0..<600 { history.remember("\(number)") }
    history.rewind()
    var last: String?
    var count = 0
    while let line = history.previous(leaving: "") { (last, count) = (line, count + 1) }
    #expect(count == 500 && last == "100")
    for number in 0..<20 { history.remember("\(number)" + String(repeating: "x", count: 60_000)) }
    history.rewind()
    count = 0
    while history.previous(leaving: "") != nil { count += 1 }
    #expect(count == 4)
  }
}
