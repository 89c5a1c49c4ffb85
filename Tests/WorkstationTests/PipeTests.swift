import Console
import Testing

@testable import Workstation

@Suite("Pipes and programs")
struct PipeTests {
  /// Stands for psftp: a password, unless one is given, and an echoing prompt.
  private static let psftp = Program(names: ["psftp"]) { start in
    let greeting = Array("Using username \"admin\".\n".utf8)
    let prompt = PSFTPPrompt(start.seat)
    let connected = Array("Remote working directory is /\n".utf8)
    guard !start.arguments.contains("-pw") else {
      return Reply(greeting + connected, next: .push(prompt))
    }
    let password = Question(Prompt("Please enter password: ", .secret)) { line, _ in
      guard line == "c1sco123" else { return Reply(Array("Access denied\n".utf8)) }
      return Reply(connected, next: .push(prompt))
    }
    return Reply(greeting, next: .push(password))
  }

  private static let args = Program(names: ["args"]) { start in
    Reply(Array((start.arguments.joined(separator: "|") + "\n").utf8))
  }

  private final class PSFTPPrompt: Mode {
    let prompt = Prompt("psftp> ")
    private let seat: Seat
    init(_ seat: Seat) { self.seat = seat }

    func receive(_ input: Input, on screen: any Screen) -> Reply {
      guard case .line(let line) = input else {
        return input == .end ? Reply(Array("quit\n".utf8), next: .pop) : Reply()
      }
      let words = line.split(separator: " ")
      guard words.first == "get", words.count == 2 else {
        return Reply(next: line == "exit" ? .pop : .stay)
      }
      return Reply(Array("remote:/\(words[1]) => local:\(words[1])\n".utf8))
    }
  }

  @Test("the lab's pipe")
  func pipe() throws {
    let window = try TestWindow(programs: [Self.psftp])
    #expect(
      window.show("echo get cms1b.cer | psftp cms1b.pod7.cms.lab -l admin -pw c1sco123")
        == """

        \(TestWindow.path)>echo get cms1b.cer | psftp cms1b.pod7.cms.lab -l admin -pw c1sco123
        Using username "admin".
        Remote working directory is /
        psftp> remote:/cms1b.cer => local:cms1b.cer
        psftp> quit

        \(TestWindow.path)>
        """)
  }

  @Test("a piped line is eaten by a password question, which shows a new line")
  func password() throws {
    let window = try TestWindow(programs: [Self.psftp])
    #expect(
      window.type("echo get a|psftp host")
        == "Using username \"admin\".\nPlease enter password: \nAccess denied\n")
    window.type("echo c1sco123>in", "echo get a >>in")
    #expect(
      window.type("psftp host < in")
        == "Using username \"admin\".\nPlease enter password: \nRemote working directory is /\n"
        + "psftp> remote:/a => local:a\npsftp> quit\n")
  }

  @Test("a pasted block goes to the program, then to the window again")
  func block() throws {
    let window = try TestWindow(programs: [Self.psftp])
    let shown = window.show("PSFTP.exe host", "c1sco123", "get a", "exit", "cd")
    #expect(
      shown == """

        \(TestWindow.path)>PSFTP.exe host
        Using username "admin".
        Please enter password:\u{20}
        Remote working directory is /
        psftp> get a
        remote:/a => local:a
        psftp> exit

        \(TestWindow.path)>cd
        \(TestWindow.path)

        \(TestWindow.path)>
        """)
  }

  @Test("the rest of the line follows when the program is done")
  func chain() throws {
    let window = try TestWindow(programs: [Self.psftp])
    #expect(
      window.type("psftp h -pw x & echo done", "get a") == """
        Using username "admin".
        Remote working directory is /
        remote:/a => local:a

        """)
    #expect(window.session.prompt.text == "psftp> ")
    #expect(window.type("exit") == "done\n")
    #expect(window.session.prompt.text == window.window.prompt.text)
    window.type("psftp h -pw x > log", "get a", "exit")
    #expect(window.text("log")?.hasSuffix("remote:/a => local:a\r\n") == true)
    #expect(window.session.prompt.text == window.window.prompt.text)
    #expect(window.type("psftp h -pw x & psftp h -pw x & exit", "exit", "exit").isEmpty == false)
    #expect(window.session.hasEnded)
  }

  @Test(
    "words as programs get them",
    arguments: [
      (#"args a "b c" d"#, "a|b c|d"), (#"args -username CMS\cert"#, #"-username|CMS\cert"#),
      (#"args "h\ca" "a\\" x"#, #"h\ca|a\|x"#), (#"args a\"b"#, #"a"b"#), ("args", ""),
      (#"args """#, ""), ("args.exe a=b,c;d", "a=b,c;d"), (#""args" x"#, "x"),
    ])
  func words(line: String, words: String) throws {
    #expect(try TestWindow(programs: [Self.args]).type(line) == words + "\n")
  }
}
