import Console

/// A machine that repeats what it is told, asks for a password, or works until it is stopped.
final class Echo: Mode {
  let prompt = Prompt("> ")

  func receive(_ input: Input, on screen: any Screen) -> Reply {
    guard case .line(let line) = input else { return Reply(next: input == .end ? .pop : .stay) }
    switch line {
    case "exit": return Reply(next: .pop)
    case "ask": return Reply(next: .push(Secret()))
    case "work":
      screen.show(Array("working\n".utf8))
      screen.flush()
      while !screen.isInterrupted { _ = screen.rest(milliseconds: 5) }
      return Reply([.line("stopped")])
    case "flood":
      let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
      for _ in 0..<200 where !screen.isInterrupted { screen.show(bytes) }
      return Reply([.line("done")])
    default: return Reply([.line("said \(line)"), .aside("heard")])
    }
  }

  func completion(of line: String) -> String { line == "ex" ? "it" : "" }
}

/// Its question.
final class Secret: Mode {
  let prompt = Prompt("Password: ", .secret)

  func receive(_ input: Input, on screen: any Screen) -> Reply {
    guard case .line(let line) = input else { return Reply([.line("no answer")], next: .pop) }
    return Reply([.line("it was \(line)")], next: .pop)
  }
}
