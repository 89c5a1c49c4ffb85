import Console
import TestSupport
import Testing

@testable import LineEditing

@Suite("Random keys")
struct RandomKeyTests {
  private static let texts = [
    "a", "b ", "xyz", " ", "é", "日", "本語", "🙂", "e\u{301}", "\u{300}", "-",
  ]
  private static let keys = KeyTable.bindings.map(\.key).filter {
    !["\r", "\n", "\u{3}", "\u{4}", "\u{C}"].contains($0)
  }

  @Test(
    "the screen shows the prompt and the line, the cursor where it is",
    arguments: [2, 3, 5, 8, 13, 20, 80])
  func screen(columns: Int) throws {
    for seed in 0..<8 {
      var dice = Dice(state: UInt64(seed * 1000 + columns))
      let mode = Parrot(["> ", "日本> ", "a long prompt> ", "C:\\>"][seed % 4])
      mode.completion = "done "
      let terminal = TestTerminal(columns: columns, mode: mode)
      for line in ["one", "日本語 two", String(repeating: "three ", count: 5)] {
        terminal.type(line + "\r")
      }
      _ = terminal.take()
      terminal.type("\u{C}")
      var screen = Emulator(columns: columns)
      for _ in 0..<300 {
        let packet = (0..<Int.random(in: 1...3, using: &dice)).map { _ in
          let keys = Int.random(in: 0..<5, using: &dice) < 3 ? Self.texts : Self.keys
          return keys.randomElement(using: &dice) ?? ""
        }.joined()
        terminal.type(packet)
        screen.show(terminal.sends.flatMap(\.self), width: \.columnWidth)
        _ = terminal.take()
        let line = terminal.session.editor.line
        var expected = Emulator(columns: columns)
        expected.show(Array((mode.prompt.text + line.text).utf8), width: \.columnWidth)
        try #require(screen.screen == expected.screen, "\(seed), \(packet.debugDescription)")
        var before = Emulator(columns: columns)
        before.show(Array((mode.prompt.text + line.textBeforeCursor).utf8), width: \.columnWidth)
        let width = line.cursor < line.cells.count ? Int(line.cells[line.cursor].width) : 1
        try #require(
          screen.cursor == before.place(width: width), "\(seed), \(packet.debugDescription)")
      }
      #expect(screen.unknown == [])
    }
  }

  @Test("random bytes, at random moments, never crash and never hang", arguments: 0..<8)
  func bytes(seed: UInt64) {
    var dice = Dice(state: seed)
    var terminal = TestTerminal()
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &dice)).map { _ in
        Bool.random(using: &dice)
          ? UInt8.random(in: 0...255, using: &dice)
          : Array("\r\n\u{1B}[O;1~ABCDH\u{3}\u{4}\t askrunwidoweqt".utf8).randomElement(
            using: &dice)
            ?? 0
      }
      terminal.mode.looks = Int.random(in: 0...3, using: &dice)
      terminal.typedAhead = Array(bytes.prefix(3))
      terminal.type(bytes)
      switch Int.random(in: 0..<20, using: &dice) {
      case 0: terminal.session.resize(columns: Int.random(in: -1...300, using: &dice))
      case 1:
        terminal.type(
          ["ask\r", "run\r", "window\r", "question\r"]
            .randomElement(using: &dice) ?? "")
      default: break
      }
      if terminal.session.hasEnded {
        terminal = TestTerminal(columns: Int.random(in: 0...90, using: &dice))
      }
    }
    terminal.session.endInput()
    #expect(terminal.session.hasEnded)
  }
}
