import Testing

@testable import Gateway

@Suite("The text of a command")
struct CommandTextTests {
  @Test("lines end where a character would be a new line, and empty ones do not count")
  func lines() {
    #expect(
      CommandText.lines(of: "\n pki list\r\n\r\ndate\u{2028}help\u{85}") == [
        " pki list", "date", "help",
      ])
    #expect(CommandText.lines(of: "") == [])
    #expect(CommandText.lines(of: "a\u{B}b\u{C}c\u{2029}d e") == ["a", "b", "c", "d e"])
  }

  @Test("scp's old protocol is known by its words")
  func copies() {
    #expect(CopyRefusal.concerns("scp -f a"))
    #expect(CopyRefusal.concerns(" scp  -p -t ."))
    #expect(!CopyRefusal.concerns("scp a b"))
    #expect(!CopyRefusal.concerns("scp -fa"))
    #expect(!CopyRefusal.concerns("scpx -f"))
    #expect(!CopyRefusal.concerns(""))
  }

  @Test("a million marks upon one letter cost no more than as many letters")
  func marks() {
    let text = "scp -" + String(repeating: "\u{301}\u{323}", count: 500_000)
    // By characters it would be many minutes.
    #expect(!CopyRefusal.concerns(text))
    #expect(CommandText.lines(of: text).count == 1)
  }
}
