import Console
import Testing

@testable import LineEditing

@Suite("A session at a terminal behind a wire")
struct TerminalSessionTests {
  @Test("Tab completes behind a kilobyte at most: on a long line it costs no more than a key")
  func longCompletion() {
    for (text, completes) in [
      (String(repeating: "a", count: 1_024), true), (String(repeating: "a", count: 1_025), false),
      (String(repeating: "é", count: 513), false),
      (String(repeating: "a\u{301}", count: 900), false),
    ] {
      let terminal = TestTerminal(columns: 9_000)
      terminal.mode.completion = "b"
      terminal.type(text)
      #expect(terminal.answer(to: "\t") == (completes ? "b" : "\u{7}"))
    }
  }

  @Test("begins with the prompt; a line is carried out with each advance")
  func lines() {
    let terminal = TestTerminal()
    #expect(terminal.take() == "> ")
    terminal.session.enqueue(Array("one\rtwo\rthr".utf8))
    #expect(terminal.session.pendingCount == 11)
    terminal.session.advance()
    #expect(terminal.take() == "one\r\n[one]\r\n> ")
    #expect(terminal.session.pendingCount == 7)
    terminal.session.advance()
    #expect(terminal.session.hasInput)
    terminal.session.advance()
    #expect(!terminal.session.hasInput)
    #expect(terminal.take() == "two\r\n[two]\r\n> thr")
  }

  @Test("keys pressed while a command runs wait for the next prompt")
  func typeAhead() {
    let terminal = TestTerminal()
    terminal.mode.looks = 3
    terminal.typedAhead = Array("abc\rde".utf8)
    #expect(
      terminal.answer(to: "run\r")
        == "run\r\n...done\r\n> abc\r\n[abc]\r\n> de")
    #expect(terminal.polls == 3)
  }

  @Test("what a command shows and flushes arrives at once")
  func progress() {
    let terminal = TestTerminal()
    terminal.mode.looks = 2
    _ = terminal.take()
    terminal.type("run\r")
    let sends = terminal.sends.map { String(decoding: $0, as: UTF8.self) }
    #expect(sends == ["run\r\n.", ".", "done\r\n> "])
  }

  @Test(
    "Ctrl-C stops a running command and drops what was typed before it",
    arguments: [("\u{3}", ""), ("abc\u{3}", ""), ("a\r\u{3}b\u{3}cd", "cd")])
  func interrupt(keys: String, rest: String) {
    let terminal = TestTerminal()
    terminal.mode.looks = 5
    terminal.typedAhead = Array(keys.utf8)
    #expect(terminal.answer(to: "run\r") == "run\r\n.stopped\r\n> \(rest)")
    #expect(terminal.polls == 1)
    #expect(terminal.answer(to: "\u{15}run\r").hasSuffix(".....done\r\n> "))
  }

  @Test("Ctrl-C in the same packet stops the command before it; a lone line feed stays a line")
  func interruptInPacket() {
    let terminal = TestTerminal()
    terminal.mode.looks = 5
    #expect(terminal.answer(to: "run\r\n\u{3}\nx") == "run\r\n.stopped\r\n> \r\n[]\r\n> x")
  }

  @Test("a closed wire stops the command")
  func closed() {
    let terminal = TestTerminal()
    terminal.mode.looks = 5
    terminal.isClosed = true
    #expect(terminal.answer(to: "run\r") == "run\r\n.stopped\r\n> ")
  }

  @Test("Ctrl-C at the prompt drops the line, at a question the question")
  func interruptPrompt() {
    let terminal = TestTerminal()
    _ = terminal.take()
    #expect(terminal.answer(to: "abc\u{3}d") == "abc^C\r\n> d")
    #expect(terminal.answer(to: "\u{15}question\r").hasSuffix("\r\nsure? "))
    #expect(terminal.answer(to: "y\u{3}") == "y^C\r\n> ")
    #expect(terminal.answer(to: "ask\r") == "ask\r\n? ")
    #expect(terminal.answer(to: "secret\u{3}") == "\r\n> ")
  }

  @Test("a secret does not appear; Backspace takes characters, Ctrl-U all")
  func secret() {
    let terminal = TestTerminal()
    #expect(
      terminal.answer(to: "ask\rpa日é\u{7F}\u{8}x\u{1B}[D\ty\r") == "ask\r\n? \r\n> ")
    #expect(terminal.mode.lines.last == "paxy")
    #expect(terminal.answer(to: "ask\rabc\u{15}\u{301}d\u{4}\r") == "ask\r\n? \r\n> ")
    #expect(terminal.mode.lines.last == "\u{301}d")
    #expect(terminal.answer(to: "ask\r\u{4}") == "ask\r\n? \r\n> ")
    #expect(terminal.answer(to: "\u{1B}[A") == "ask")
  }

  @Test("Ctrl-D on an empty line ends input; what follows is not looked at")
  func end() {
    let terminal = TestTerminal()
    #expect(terminal.answer(to: "\u{4}version\r") == "\r\n")
    #expect(terminal.session.hasEnded && !terminal.session.hasInput)
    #expect(terminal.session.pendingCount == 0)
    #expect(terminal.answer(to: "version\r") == "")
    let leaving = TestTerminal()
    #expect(leaving.answer(to: "leave\rversion\r") == "leave\r\n")
    #expect(leaving.mode.lines == ["leave"])
  }

  @Test("the end of input comes behind what waits and leaves every mode")
  func endInput() {
    let terminal = TestTerminal()
    terminal.session.enqueue(Array("a\rwindow\rb\rhalf".utf8))
    terminal.session.endInput()
    #expect(!terminal.session.hasEnded)
    while terminal.session.hasInput { terminal.session.advance() }
    #expect(terminal.session.hasEnded)
    #expect(
      terminal.take()
        == "> a\r\n[a]\r\n> window\r\n\r\nC:\\>b\r\n[b]\r\n\r\nC:\\>half\r\n> \r\n")
    let idle = TestTerminal()
    idle.session.endInput()
    #expect(idle.session.hasEnded)
  }

  @Test("of a prompt of several lines the last is edited behind")
  func promptLines() {
    let terminal = TestTerminal(mode: Parrot("\nC:\\>"))
    #expect(terminal.take() == "\r\nC:\\>")
    #expect(terminal.answer(to: "a\u{1}b") == "ba\u{8}")
    #expect(terminal.answer(to: "\u{C}") == "\u{1B}[H\u{1B}[2JC:\\>ba\u{8}")
  }

  @Test("Tab adds what the mode knows at the cursor, or rings the bell")
  func completion() {
    let terminal = TestTerminal()
    #expect(terminal.answer(to: "v\t") == "v\u{7}")
    terminal.mode.completion = "ersion "
    #expect(terminal.answer(to: "x\u{2}\t") == "ersion x\u{8}")
  }

  @Test("Escape alone clears the line where the mode says so, and stays a beginning elsewhere")
  func escape() {
    let terminal = TestTerminal()
    terminal.type("a bc\u{1B}")
    terminal.session.resolvePendingKey()
    #expect(terminal.answer(to: "bx\r").hasSuffix("[a xbc]\r\n> "))
    terminal.mode.escapeClearsLine = true
    terminal.type("a bc")
    terminal.session.resolvePendingKey()
    #expect(terminal.answer(to: "\u{1B}") == "")
    terminal.session.resolvePendingKey()
    #expect(terminal.take() == "\u{1B}[4D\u{1B}[K")
    terminal.type("bc\u{1B}[")
    terminal.session.resolvePendingKey()
    #expect(terminal.answer(to: "Da\r").hasSuffix("[bac]\r\n> "))
    terminal.type("ask\rsecret\u{1B}")
    terminal.session.resolvePendingKey()
    terminal.type("[D\r")
    #expect(terminal.mode.lines.last == "secret")
  }

  @Test("a width that is none is 80", arguments: [0, 1, -5, .max, .min])
  func width(columns: Int) {
    let terminal = TestTerminal(columns: columns)
    #expect(terminal.answer(to: String(repeating: "x", count: 77)).hasSuffix("x"))
    #expect(terminal.answer(to: "x") == "x \r")
  }
}
