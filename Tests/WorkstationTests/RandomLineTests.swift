import Console
import TestSupport
import Testing

@testable import Workstation

@Suite("Random lines")
struct RandomLineTests {
  private static let words = [
    "copy", "COPY/b", "dir", "del", "ren", "type", "echo", "cd", "md", "rd", "set", "more", "help",
    "psftp", "a", "b.cer", "*.cer", "*", "?", "*.*", "sub", "..", "\\", "/", "c:", "d:x", "nul",
    "con",
    "+", "+", ",", "/a", "/b", "/y", "/s", "/q", "/?", "\"", "^", "%", "%cd%", "%x%", "|", "|", "&",
    "&&", "||", ">", ">>", "<", "2>&1", "1>", "(", ")", "@", "=", ";", "x=y", "y", "n", "exit", "é",
    "\u{1A}", "\u{7}", "\t", ".", "...", "a.", "C:\\Users", "~", "'", "`", "!",
  ]

  @Test("nothing crashes, nothing hangs, files keep their books", arguments: 0..<8)
  func random(seed: UInt64) throws {
    var dice = Dice(state: seed)
    let asks = Program(names: ["psftp"]) { _ in
      Reply([0x78, 0x0A], next: .push(Question(Prompt("? ", .secret)) { _, _ in Reply() }))
    }
    let window = try TestWindow(programs: [asks], files: ["a": "a", "b.cer": "b\u{1A}"])
    var session = Session(window.window)
    let screen = TextScreen()
    for _ in 0..<1_500 {
      let count = Int.random(in: 0...9, using: &dice)
      let line = (0..<count).map { _ in
        (Self.words.randomElement(using: &dice) ?? "")
          + (Bool.random(using: &dice) ? " " : "")
      }.joined()
      switch Int.random(in: 0...20, using: &dice) {
      case 0: session.receive(.interrupt, on: screen)
      case 1: session.receive(.end, on: screen)
      case 2: _ = session.mode?.completion(of: line)
      default: session.receive(.line(line), on: screen)
      }
      if session.hasEnded { session = Session(window.window) }
      _ = screen.take()
    }
    let drive = window.workstation.drive.contents
    let entries = drive.folders.values.flatMap(\.values)
    #expect(drive.usedEntries == entries.count)
    #expect(drive.usedSize == entries.reduce(0) { $0 + ($1.contents?.count ?? 0) })
    #expect(drive.folders.count == entries.count { $0.isFolder } + 1)
    for entry in entries { #expect(DriveName.isValid(entry.name), "\(entry.name)") }
  }
}
