import Console
import Transcripts

/// Two consoles and a command window, each with a few commands that print what a test needs.
final class FakeStage: Stage {
  private let cms1a = Session(FakeConsole("cms1a"))
  private let cms1b = Session(FakeConsole("cms1b"))
  private let pc1 = Session(FakeCommandWindow())

  func window(named prompt: WindowPrompt) -> Session? {
    switch prompt {
    case .console("cms1a"): cms1a
    case .console("cms1b"): cms1b
    case .console: nil
    case .command, .psftp: pc1
    }
  }
}

/// A console that does as it is told: `say a|b` prints two lines.
final class FakeConsole: Mode {
  private var host: String
  private var heard: [String] = []

  init(_ host: String) { self.host = host }

  var prompt: Prompt { Prompt("\(host)> ") }

  func receive(_ input: Input, on screen: any Screen) -> Reply {
    guard case .line(let line) = input else { return input == .end ? Reply(next: .pop) : Reply() }
    heard.append(line)
    let argument = line.split(separator: " ", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
    switch line.prefix(while: { $0 != " " }) {
    case "": return Reply()
    case "say": return say(argument)
    case "raw": return Reply(Array(argument.utf8))
    case "bytes": return Reply([0x61, 0xFF, 0xFE, 0x0A])
    case "count": return say("\(heard.count)")
    case "heard": return say(heard.joined(separator: "/"))
    case "hostname": host = argument
    case "exit": return Reply(next: .end)
    case "overwrite":
      let question = Question(Prompt("Overwrite x? (Yes/No/All): ", .answer)) { line, _ in
        say("answer <\(line)>")
      }
      return Reply(next: .push(question))
    case "menu":
      return Reply(
        next: .push(
          Question(Prompt("one|two\nchoice? ", .answer)) { line, _ in say("chose \(line)") }))
    case "die": return Reply(Array(argument.utf8), next: .end)
    case "secret":
      let question = Question(Prompt("Please enter password: ", .secret)) { line, _ in
        say("secret of \(line.count)")
      }
      return Reply(next: .push(question))
    case "progress":
      for _ in 0..<3 { screen.show([0x2E]) }
      return say("|done")
    default: return say("Unknown command")
    }
    return Reply()
  }
}

/// PC1: an empty line before each prompt, no blank after it, and psftp inside.
final class FakeCommandWindow: Mode {
  private var folder = "C:\\Users"

  var prompt: Prompt { Prompt("\(folder)>") }

  func receive(_ input: Input, on screen: any Screen) -> Reply {
    guard case .line(let line) = input else { return input == .end ? Reply(next: .pop) : Reply() }
    switch line {
    case "psftp": return Reply(next: .push(FakePSFTP()))
    case "cd \\": folder = "C:\\"
    case "echo get x | psftp": return say("psftp> remote:/x => local:x|psftp> quit|")
    default: return say("ran \(line)|")
    }
    return say("")
  }
}

/// psftp, as far as the tests go.
final class FakePSFTP: Mode {
  let prompt = Prompt("psftp> ")

  func receive(_ input: Input, on screen: any Screen) -> Reply {
    guard case .line(let line) = input else { return input == .end ? Reply(next: .pop) : Reply() }
    return line == "exit" ? Reply([0x0A], next: .pop) : say("did \(line)")
  }
}

/// An answer of several lines.
private func say(_ lines: String) -> Reply {
  Reply(lines.utf8.map { $0 == UInt8(ascii: "|") ? 0x0A : $0 } + [0x0A])
}
