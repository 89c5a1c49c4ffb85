import Console
import TestSupport
import Testing

@Suite("What a terminal is shown of anybody's bytes")
struct TerminalTextTests {
  @Test(
    "text of every script stays, with tabs and both kinds of line ends",
    arguments: [
      "", "plain\n", "a\tb\r\nc\n", "é ü", "盛 日本 \u{301}", "👩‍💻", "שלום", "\u{A0}\u{AD}\u{FEFF}",
    ])
  func text(text: String) {
    #expect(TerminalText.escaping(text) == text)
    #expect(TerminalText.escaping(Array(text.utf8)) == Array(text.utf8))
  }

  @Test(
    "commands are written out",
    arguments: [
      ("\u{1B}[2J", #"\x1B[2J"#), ("a\u{7}\u{8}b\u{7F}\0", #"a\x07\x08b\x7F\x00"#),
      ("\u{9B}31m", #"\xC2\x9B31m"#), ("x\u{85}", #"x\xC2\x85"#),
      ("a\u{202E}b\u{202C}", #"a\xE2\x80\xAEb\xE2\x80\xAC"#),
      ("\u{2066}\u{61C}", #"\xE2\x81\xA6\xD8\x9C"#), ("good\rbad", #"good\x0Dbad"#),
      ("a\r", #"a\x0D"#), ("a\r\r\n", "a\\x0D\r\n"), ("é\u{C}", #"é\x0C"#),
    ])
  func commands(text: String, shown: String) {
    #expect(TerminalText.escaping(text) == shown)
  }

  @Test("bytes that are no text stay, but for those that an 8-bit terminal obeys")
  func noText() {
    #expect(TerminalText.escaping([0xE9, 0x20, 0xFF]) == [0xE9, 0x20, 0xFF])
    #expect(TerminalText.escaping([0x9B, 0x41]) == Array(#"\x9BA"#.utf8))
    #expect(TerminalText.escaping([0xE7, 0x9B]) == [0xE7] + Array(#"\x9B"#.utf8))
  }

  @Test("no command comes together from pieces, wherever it was cut")
  func pieces() {
    for text in ["\u{1B}[A", "\u{9B}A", "\u{202E}", "\u{61C}", "\u{2069}盛\u{85}", "a\rb"] {
      let bytes = Array(text.utf8)
      for cut in 0...bytes.count {
        let shown =
          TerminalText.escaping(Array(bytes[..<cut])) + TerminalText.escaping(Array(bytes[cut...]))
        #expect(Self.isHarmless(shown), "\(text.unicodeScalars) cut at \(cut)")
      }
    }
  }

  @Test("nothing of random bytes is a command, and what is harmless is not changed")
  func random() {
    var dice = Dice(state: 10)
    let telling: [UInt8] = [0xC2, 0xE2, 0x80, 0x81, 0xAE, 0x9B, 0x1B, 0x0D, 0x0A]
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0..<12, using: &dice)).map { _ in
        (Bool.random(using: &dice) ? telling.randomElement(using: &dice) : nil)
          ?? UInt8.random(in: 0...255, using: &dice)
      }
      let shown = TerminalText.escaping(bytes)
      #expect(Self.isHarmless(shown), "\(bytes)")
      #expect(TerminalText.escaping(shown) == shown)
    }
  }

  /// Whether no terminal obeys anything in it, be it one of UTF-8 or of 8 bits.
  private static func isHarmless(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    let ends = zip(bytes, bytes.dropFirst() + [0]).allSatisfy { $0 != 0x0D || $1 == 0x0A }
    return ends && text.allSatisfy { $0 == "\r" || TerminalText.isHarmless($0) }
  }
}
