import Console
import Testing

@testable import LineEditing

@Suite("The line on the screen")
struct PaintTests {
  @Test(
    "bytes of simple edits",
    arguments: [
      ("a", "a"), ("ab\u{7F}", "a"), ("\u{7F}", "\u{7}"), ("\u{7F}\u{7F}\u{2}", "\u{7}"), ("", ""),
      ("é", "é"), ("\u{C}", "\u{1B}[H\u{1B}[2J> "),
    ])
  func empty(keys: String, output: String) {
    #expect(TestTerminal().answer(to: keys) == output)
  }

  @Test(
    "bytes of edits behind abcdef",
    arguments: [
      ("g", "g"), ("\u{7F}", "\u{8}\u{1B}[K"), ("\u{2}", "\u{8}"), ("\u{1}", "\u{1B}[6D"),
      ("\u{2}\u{2}\u{6}", "\u{8}"), ("\u{2}x", "\u{8}xf\u{8}"),
      ("\u{1}\u{4}", "\u{1B}[6Dbcdef\u{1B}[K\u{1B}[5D"),
      ("\u{15}", "\u{1B}[6D\u{1B}[K"), ("\u{6}", "\u{7}"),
      ("\u{14}", "\u{8}\u{8}fe"), ("\r", "\r\n[abcdef]\r\n> "), ("\u{3}", "^C\r\n> "),
      ("\u{2}\u{2}\u{3}", "^C\r\n> "), ("x\u{7F}", ""),
    ])
  func bytes(keys: String, output: String) {
    let terminal = TestTerminal()
    terminal.type("abcdef")
    #expect(terminal.answer(to: keys) == output)
  }

  @Test("a line at the margin begins a row, and ends it again")
  func margin() {
    let terminal = TestTerminal(columns: 8)
    #expect(terminal.answer(to: "12345") == "12345")
    #expect(terminal.answer(to: "6") == "6 \r")
    #expect(terminal.answer(to: "7") == "7")
    #expect(terminal.answer(to: "\u{7F}") == "\u{8}\u{1B}[K")
    #expect(terminal.answer(to: "\u{7F}") == "\u{1B}[1A\u{1B}[7C\u{1B}[J")
    #expect(terminal.answer(to: "日") == " 日")
    #expect(terminal.answer(to: "\u{1}") == "\u{1B}[1A")
  }

  @Test("Ctrl-C in a line of several rows leaves all of it above the next prompt")
  func interruptInLongLine() {
    let terminal = TestTerminal(columns: 40)
    terminal.type(String(repeating: "x", count: 60) + "\u{1}\u{3}")
    var screen = Emulator(columns: 40)
    screen.show(Array(terminal.take().utf8)) { _ in 1 }
    let rows = ["> " + String(repeating: "x", count: 38), String(repeating: "x", count: 22) + "^C"]
    #expect(screen.screen == rows + [">"])
    #expect(screen.cursor == [2, 2])
  }

  @Test("a packet is painted once, a line answered in one piece")
  func pieces() {
    let terminal = TestTerminal()
    _ = terminal.take()
    terminal.type("version\u{1}x\u{5}")
    #expect(terminal.sends.count == 1)
    terminal.type("y\r")
    #expect(terminal.sends.count == 2)
    #expect(terminal.take() == "xversiony\r\n[xversiony]\r\n> ")
  }

  @Test("twenty lines pasted at once")
  func paste() {
    let terminal = TestTerminal()
    _ = terminal.take()
    terminal.type((1...20).map { "line \($0)\r" }.joined())
    #expect(terminal.sends.count == 20)
    #expect(
      terminal.take() == (1...20).map { "line \($0)\r\n[line \($0)]\r\n> " }.joined())
  }

  @Test(
    "a resized terminal is painted right with the next key", arguments: [5, 7, 19, 21, 40, 200])
  func resize(columns: Int) {
    for length in [0, 3, 12, 50] {
      let terminal = TestTerminal(columns: 20)
      let text = String(repeating: "日abc", count: length / 4)
      terminal.type(text)
      let isOneRow = length < 18 && text.unicodeScalars.count * 5 / 4 + 2 < columns
      var screen = Emulator(columns: columns)
      terminal.session.resize(columns: columns)
      if isOneRow { screen.show(Array("> \(text)".utf8), width: \.columnWidth) }
      screen.show(Array(terminal.answer(to: "x").utf8), width: \.columnWidth)
      var expected = Emulator(columns: columns)
      expected.show(Array("> \(text)x".utf8), width: \.columnWidth)
      #expect(screen.screen.suffix(expected.screen.count) == expected.screen[...])
    }
  }

  @Test("a line of 8 KiB is painted, wherever it is changed")
  func long() {
    let terminal = TestTerminal()
    let line = String(repeating: "0123456789abcdef", count: 512)
    for byte in line.utf8 { terminal.type([byte]) }
    for _ in 0..<200 { terminal.type("\u{1}x\u{5}\u{7F}") }
    terminal.type("\u{15}")
    _ = terminal.take()
    for byte in line.utf8 {
      terminal.session.enqueue([byte])
      terminal.session.advance()
    }
    // Each key sent itself, and a row's end two bytes more.
    #expect(terminal.take().utf8.count == line.utf8.count + 2 * ((2 + line.utf8.count) / 80))
    _ = terminal.answer(to: "\u{2}\u{2}\u{2}")
    #expect(terminal.answer(to: "y").utf8.count == 7)
  }

  @Test("what goes beyond 16 KiB is answered with the bell")
  func limit() {
    let terminal = TestTerminal()
    terminal.type(String(repeating: "x", count: 70_000))
    #expect(terminal.take().hasSuffix("x\u{7}"))
    terminal.type("\r")
    #expect(terminal.mode.lines.last?.utf8.count == 16_384)
  }
}
