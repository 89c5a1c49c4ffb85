import Console
import Synchronization
import TestSupport
import Testing

@testable import LineEditing

/// A terminal that others may see.
private final class SeenTerminal: TerminalWire {
  let view = TerminalView()
  let mode = Parrot()
  private var sent: [UInt8] = []
  private lazy var session = TerminalSession(Session(mode), columns: 80, wire: self, view: view)
  let isClosed = false

  init() { session.start() }

  func send(_ bytes: [UInt8]) { sent += bytes }
  func flush() {}
  func poll() {}

  func answer(to keys: String) -> String {
    sent = []
    session.enqueue(Array(keys.utf8))
    while session.hasInput { session.advance() }
    return String(decoding: sent, as: UTF8.self)
  }
}

/// What a watcher saw.
private final class Watcher: Sendable {
  private let seen = Mutex<(bytes: [UInt8], ends: Int)>(([], 0))

  func see(_ sight: TerminalView.Sight) {
    seen.withLock { seen in
      switch sight {
      case .bytes(let bytes): seen.bytes += bytes
      case .end: seen.ends += 1
      }
    }
  }

  var text: String { seen.withLock { String(decoding: $0.bytes, as: UTF8.self) } }
  var ends: Int { seen.withLock { $0.ends } }
}

@Suite("A terminal that others may see")
struct ViewTests {
  private let terminal = SeenTerminal()
  private let watcher = Watcher()

  @Test("what is told stands in front of the next prompt for a command, line by line, once")
  func tell() {
    #expect(terminal.view.tell("Break at ten.\nBe back by half past."))
    #expect(
      terminal.answer(to: "a\r")
        == "a\r\n[a]\r\n| Break at ten.\r\n| Be back by half past.\r\n> ")
    #expect(terminal.answer(to: "b\r") == "b\r\n[b]\r\n> ")
  }

  @Test("nothing is told in front of a question or a password")
  func questions() {
    terminal.view.tell("later")
    #expect(terminal.answer(to: "question\r") == "question\r\nsure? ")
    #expect(terminal.answer(to: "y\rask\r") == "y\r\n| later\r\n> ask\r\n? ")
    terminal.view.tell("again")
    #expect(terminal.answer(to: "secret\r") == "\r\n| again\r\n> ")
  }

  @Test("what is told is harmless, whatever it holds")
  func harmless() {
    terminal.view.tell("a\u{1B}[2Jb")
    #expect(terminal.answer(to: "\r").hasSuffix("| a\\x1B[2Jb\r\n> "))
  }

  @Test("no more is kept for a prompt than fits a screen")
  func bounded() {
    for _ in 0..<TerminalView.mostAsides { #expect(terminal.view.tell("x")) }
    #expect(!terminal.view.tell("x"))
    terminal.view.end()
    _ = terminal.answer(to: "\r")
    #expect(!terminal.view.tell("x"))
  }

  @Test("a watcher sees the line as it stands, and then all that is shown")
  func watch() {
    _ = terminal.answer(to: "one\rtw")
    let number = terminal.view.watch(watcher.see)
    #expect(watcher.text == "> tw")
    let shown = terminal.answer(to: "o\r")
    #expect(watcher.text == "> tw" + shown)
    terminal.view.unwatch(number)
    _ = terminal.answer(to: "three\r")
    #expect(watcher.text == "> tw" + shown)
    #expect(watcher.ends == 0)
  }

  @Test("a password is not seen, nor any of a line too long to be looked at at once")
  func unseen() {
    _ = terminal.answer(to: "ask\rsec")
    _ = terminal.view.watch(watcher.see)
    _ = terminal.answer(to: "ret\r")
    #expect(watcher.text == "? \r\n> ")
    _ = terminal.answer(to: String(repeating: "x", count: 2_000))
    let late = Watcher()
    _ = terminal.view.watch(late.see)
    #expect(late.text == "")
  }

  @Test("a watcher is told of the end, one who comes after it as well")
  func end() {
    _ = terminal.view.watch(watcher.see)
    terminal.view.end()
    terminal.view.end()
    #expect(watcher.ends == 1)
    let late = Watcher()
    _ = terminal.view.watch(late.see)
    #expect(late.ends == 1)
  }

  @Test("whoever watches and tells while keys are pressed breaks nothing")
  func race() {
    let (view, watcher) = (terminal.view, watcher)
    onThreads(2) { number in
      for _ in 0..<500 {
        if number == 0 { view.tell("x") } else { view.unwatch(view.watch(watcher.see)) }
      }
    }
    #expect(terminal.answer(to: "a\r").hasPrefix("a\r\n[a]\r\n| x\r\n"))
  }
}
