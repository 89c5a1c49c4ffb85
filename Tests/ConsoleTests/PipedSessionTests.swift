import Console
import TestSupport
import Testing

/// Repeats lines; `ask` asks for a secret, `leave` ends the session.
private final class Parrot: Mode {
  let prompt = Prompt("> ")

  func receive(_ input: Input, on screen: any Screen) -> Reply {
    guard case .line(let line) = input else { return input == .end ? Reply(next: .pop) : Reply() }
    return switch line {
    case "ask":
      Reply(
        next: .push(
          Question(Prompt("? ", .secret)) { secret, _ in
            Reply(Array("\(secret)!\n".utf8))
          }))
    case "leave": Reply(next: .pop)
    default: Reply(Array("[\(line)]\n".utf8))
    }
  }
}

@Suite("PipedSession")
struct PipedSessionTests {
  private func run(
    _ input: [UInt8], pieces size: Int, lineLimit: Int = .max, endsInput: Bool = true
  ) -> String {
    let screen = TextScreen()
    let pipe = PipedSession(Session(Parrot()), screen: screen, lineLimit: lineLimit)
    pipe.start()
    for start in stride(from: 0, to: input.count, by: size) {
      pipe.feed(input[start..<min(start + size, input.count)])
    }
    if endsInput { pipe.endInput() }
    return String(decoding: screen.bytes, as: UTF8.self)
  }

  @Test(
    "the transcript does not depend on how input is cut",
    arguments: [
      ("", "> \n"), ("\n", "> \n[]\n> \n"), ("a\r\nb\n", "> a\n[a]\n> b\n[b]\n> \n"),
      ("a", "> a\n[a]\n> \n"), ("\u{FEFF}é\n", "> é\n[é]\n> \n"), ("\u{FEFF}", "> \n"),
      ("ask\nx\n", "> ask\n? \nx!\n> \n"), ("ask\n", "> ask\n? \n> \n"),
      ("leave\nb\n", "> leave\n"), ("leave", "> leave\n"),
    ], [1, 2, 3, 100])
  func pieces(example: (input: String, output: String), size: Int) {
    #expect(run(Array(example.input.utf8), pieces: size) == example.output)
  }

  @Test("a byte order mark that stays unfinished is a line", arguments: [1, 2])
  func unfinishedMark(size: Int) {
    #expect(run([0xEF, 0xBB], pieces: size).hasSuffix("\n[\u{FFFD}]\n> \n"))
  }

  @Test("of a line beyond the limit the end is lost", arguments: [1, 2, 5, 100])
  func limit(size: Int) {
    let input = Array("abcdefgh\r\nxy\nabcd\r\nabcde".utf8)
    #expect(
      run(input, pieces: size, lineLimit: 4)
        == "> abcd\n[abcd]\n> xy\n[xy]\n> abcd\n[abcd]\n> abcd\n[abcd]\n> \n")
  }

  @Test(
    "of what is typed only questions are shown, or nothing",
    arguments: [
      (PipedSession.Typing.all, "> ask\n? \nx!\n> a\n[a]\n> ask\n? \n> \n"),
      (.questions, "? \nx!\n[a]\n? \n"), (.none, "x!\n[a]\n"),
    ])
  func typing(shown: PipedSession.Typing, output: String) {
    let screen = TextScreen()
    let pipe = PipedSession(Session(Parrot()), screen: screen, showing: shown)
    pipe.start()
    pipe.feed(Array("ask\nx\na\nask\n".utf8))
    pipe.endInput()
    #expect(screen.text() == output)
  }

  @Test("a command from elsewhere leaves input to what it asks")
  func command() {
    let screen = TextScreen()
    let pipe = PipedSession(Session(Parrot()), screen: screen, showing: .questions)
    pipe.start()
    pipe.carryOut("a")
    #expect(!pipe.isAsking)
    pipe.carryOut("ask")
    #expect(pipe.isAsking)
    pipe.feed(Array("x\n".utf8))
    #expect(!pipe.isAsking && !pipe.hasEnded)
    pipe.carryOut("leave")
    #expect(pipe.hasEnded && screen.text() == "[a]\n? \nx!\n")
  }

  @Test("answers come before the end of input")
  func answer() {
    #expect(run(Array("a\nb".utf8), pieces: 100, endsInput: false) == "> a\n[a]\n> ")
  }
}
