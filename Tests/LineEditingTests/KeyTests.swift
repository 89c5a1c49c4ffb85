import Testing

@testable import LineEditing

@Suite("Keys")
struct KeyTests {
  @Test(
    "a line is what its keys make of it",
    arguments: [
      ("abc", "abc"), ("abc\u{7F}d", "abd"), ("abc\u{8}\u{8}", "a"), ("\u{7F}a", "a"),
      ("bc\u{1}a", "abc"), ("bc\u{1}a\u{5}d", "abcd"), ("ac\u{2}b", "abc"),
      ("bc\u{2}\u{2}a\u{6}x", "abxc"), ("abc\u{1}\u{4}", "bc"), ("abc\u{4}", "abc"),
      ("abcd\u{2}\u{2}\u{B}", "ab"), ("abcd\u{2}\u{2}\u{15}x", "x"), ("ab cd\u{17}x", "ab x"),
      ("ab cd \u{17}x", "ab x"), ("ab a.b-c\u{17}", "ab "), ("ab/cd\u{17}", "ab/"),
      ("acb\u{14}", "abc"), ("acbd\u{2}\u{2}\u{14}", "abcd"), ("a\u{14}", "a"),
      ("ab cd\u{17}\u{1}\u{19} ", "cd ab "), ("abc\u{15}\u{19}\u{19}", "abcabc"),
      ("abc\u{C}d", "abcd"), ("a\u{0}b", "ab"), ("a\u{1A}\u{1C}\u{12}\u{1F}b", "ab"),
    ])
  func control(keys: String, line: String) {
    #expect(TestTerminal.line(after: keys) == line)
  }

  @Test(
    "keys that send Escape",
    arguments: [
      ("ac\u{1B}[Db", "abc"), ("ac\u{1B}ODb", "abc"), ("ac\u{1B}[D\u{1B}[Cb", "acb"),
      ("bc\u{1B}[Ha", "abc"), ("bc\u{1B}OHa\u{1B}OFd", "abcd"), ("bc\u{1B}[1~a\u{1B}[4~d", "abcd"),
      ("bc\u{1B}[7~a\u{1B}[8~d", "abcd"), ("bc\u{1B}[Ha\u{1B}[Fd", "abcd"),
      ("abc\u{1}\u{1B}[3~", "bc"), ("abc\u{1B}[3~", "abc"), ("a bc\u{1B}bx", "a xbc"),
      ("a bc\u{1}\u{1B}fx", "ax bc"), ("a bc\u{1B}[1;5Dx", "a xbc"),
      ("a bc\u{1}\u{1B}[1;5C\u{1B}[1;5Cx", "a bcx"), ("a bc\u{1}\u{1B}d", " bc"),
      ("a bc\u{1B}\u{7F}", "a "), ("a\u{1B}[200~b\u{1B}[201~c", "abc"),
      ("a\u{1B}[200~b\tc\u{1B}[201~", "abc"), ("a\u{1B}[15;2~b", "ab"), ("a\u{1B}[?1;2cb", "ab"),
      ("a\u{1B}[1;2Pb\u{1B}[[Ac", "abc"), ("a\u{1B}OPb\u{1B}O5Cc", "abc"), ("a\u{1B}xb", "ab"),
      ("a\u{1B}", "a"), ("a\u{1B}\u{1B}[Db", "ba"), ("ab\u{1B}[\u{7F}", "a"), ("a\u{1B}éb", "aéb"),
      ("\u{1B}[" + String(repeating: "1", count: 40) + "a", "1111111111a"),
      ("a\u{1B}[11111111111111111111111111Ab", "ab"),
    ])
  func escape(keys: String, line: String) {
    #expect(TestTerminal.line(after: keys) == line)
  }

  @Test("every key of the table is found, however it is cut")
  func table() {
    for binding in KeyTable.bindings {
      var decoder = KeyDecoder()
      var queue = InputQueue()
      var keys: [KeyDecoder.Keystroke] = []
      for byte in binding.key.utf8 {
        #expect(keys == [])
        queue.append([byte])
        while let key = decoder.next(from: &queue) { keys.append(key) }
      }
      #expect(keys == [.command(binding.command)])
    }
    #expect(Set(KeyTable.bindings.map(\.key)).count == KeyTable.bindings.count)
    #expect(
      EditingCommand.allCases.allSatisfy { command in
        KeyTable.bindings.contains { $0.command == command }
      })
  }

  @Test(
    "text comes as UTF-8, cut anywhere; what is none becomes a replacement character",
    arguments: [
      Array("é日🙂\u{10FFFF}e\u{301}".utf8), [0xFF, 0x61], [0xC3], [0xC3, 0xC3, 0xA9],
      [0xE2, 0x82, 0x61], [0xF0, 0x9F, 0x99, 0x41], [0xED, 0xA0, 0x80], [0xC0, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x80, 0x80], [0x80, 0xBF], [0xF8, 0x88, 0x80, 0x80, 0x80],
    ])
  func utf8(bytes: [UInt8]) {
    for cut in 0...bytes.count {
      let terminal = TestTerminal()
      terminal.type(Array(bytes[..<cut]))
      terminal.type(bytes[cut...] + [0x0D])
      #expect(terminal.mode.lines == [String(decoding: bytes, as: UTF8.self)])
    }
  }

  @Test("control characters of eight bits and line separators are no text; marks need a letter")
  func untypable() {
    #expect(TestTerminal.line(after: "a\u{9B}2J\u{85}\u{2028}b") == "a2Jb")
    #expect(TestTerminal.line(after: "\u{301}a\u{301}") == "a\u{301}")
    let marks = String(repeating: "\u{301}", count: 1000)
    #expect(TestTerminal.line(after: "a\(marks)b")?.unicodeScalars.count == 10)
    #expect(TestTerminal.line(after: "abe\u{301}\u{7F}") == "ab")
  }

  @Test(
    "CR, LF and CR LF end a line once",
    arguments: [
      ("a\rb\r", 2), ("a\nb\n", 2), ("a\r\nb\r\n", 2), ("a\r\0b\r\0", 2), ("a\n\n", 2),
      ("a\r\r", 2), ("a\n\r", 2), ("a\r\n\n", 2), ("\r\n", 1),
    ])
  func lineEnds(keys: String, count: Int) {
    let whole = TestTerminal()
    whole.type(keys)
    #expect(whole.mode.lines.count == count)
    let pieces = TestTerminal()
    for byte in keys.utf8 { pieces.type([byte]) }
    #expect(pieces.mode.lines == whole.mode.lines)
  }
}
