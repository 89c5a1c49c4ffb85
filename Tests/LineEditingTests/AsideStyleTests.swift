import LineEditing
import Testing

@Suite struct AsideStyleTests {
  private let plain = AsideStyle(columns: 40, abilities: .unknown)

  @Test("a line is broken between words, and what follows is as far from the bar")
  func wrapping() {
    #expect(
      plain.rows(of: "  The file has two certificates and nothing between them.") == [
        "|   The file has two certificates and", "|   nothing between them.",
      ])
    #expect(plain.rows(of: "") == ["| "])
    #expect(plain.rows(of: "short") == ["| short"])
    // A word longer than a row is not broken.
    let long = String(repeating: "x", count: 60)
    #expect(plain.rows(of: "a \(long) b") == ["| a", "| \(long)", "| b"])
  }

  @Test("a command, four blanks in, is left whole: it may be copied")
  func command() {
    let command = "    pki csr cms1a CN:cms1.pod7.cms.lab subjectAltName:cms1a.pod7.cms.lab"
    #expect(plain.rows(of: command) == ["| " + command])
  }

  @Test("a command between back quotes is not broken, whatever follows it")
  func quoted() {
    #expect(
      plain.rows(of: "To get it here: on PC1 `psftp admin@cms1b`, then `put it`.") == [
        "| To get it here: on PC1", "| `psftp admin@cms1b`, then `put it`.",
      ])
    #expect(
      plain.rows(of: "a ` alone breaks as it always did, here") == [
        "| a ` alone breaks as it always did,", "| here",
      ])
  }

  @Test("colour goes around each row, and no text brings its own")
  func colour() {
    let style = AsideStyle(columns: 80, abilities: .init(hasColour: true, isUTF8: true))
    #expect(style.rows(of: "a\u{1B}[2Jb") == ["\u{1B}[36m| a\\x1B[2Jb\u{1B}[0m"])
  }

  @Test(
    "what names of terminals and locales tell",
    arguments: [
      ("xterm-256color", "en_US.UTF-8", true, true), ("vt100", "C.utf8", false, true),
      ("putty", "", true, false), ("dumb", "de_DE@euro", false, false),
      ("", "de_DE.UTF-8@euro", false, true), ("vt220-color", "POSIX", true, false),
    ])
  func abilities(term: String, locale: String, hasColour: Bool, isUTF8: Bool) {
    #expect(
      TerminalAbilities(term: term, locale: locale)
        == TerminalAbilities(hasColour: hasColour, isUTF8: isUTF8))
  }
}
