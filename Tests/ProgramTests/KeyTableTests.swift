import Console
import LineEditing
import ProgramSupport
import TestSupport
import Testing

/// Keeps the lines it gets.
private final class Listener: Mode {
  let prompt = Prompt("cms1a> ")
  var lines: [String] = []

  func receive(_ input: Input, on screen: any Screen) -> Reply {
    guard case .line(let line) = input else { return Reply() }
    lines.append(line)
    return Reply()
  }
}

private final class NoWire: TerminalWire {
  let isClosed = false
  func send(_ bytes: [UInt8]) {}
  func flush() {}
  func poll() {}
}

@Suite("One table of keys")
struct KeyTableTests {
  @Test(
    "the local terminal and an SSH channel make the same lines of the same keys", arguments: 0..<4
  )
  func sameLines(seed: UInt64) throws {
    var dice = Dice(state: seed)
    let folder = try TemporaryFolder()
    let terminal = try Terminal("--record", "\(folder.path)/session.txt")
    let listener = Listener()
    let wire = NoWire()
    let channel = TerminalSession(Session(listener), columns: 200, wire: wire)
    channel.start()
    var typed: [String] = []
    for number in 0..<150 {
      typed.append(keys(number, &dice))
      _ = terminal.expect("cms1a> ")
      terminal.type(typed[number] + "\n")
      channel.enqueue(Array((typed[number] + "\n").utf8))
      while channel.hasInput { channel.advance() }
    }
    _ = terminal.expect("cms1a> ")
    terminal.type("exit\n")
    #expect(terminal.end() == 0)
    let lines = try folder.read("session.txt").split(separator: "\n").compactMap {
      $0.hasPrefix("cms1a> ") ? String($0.dropFirst(7)) : nil
    }
    #expect(lines.count == 151)
    for (keys, (local, remote)) in zip(typed, zip(lines, listener.lines)) where local != remote {
      Issue.record("\(keys.debugDescription): \(local) here, \(remote) there")
    }
  }

  /// Keys that make a line which is never blank, of which a transcript would tell nothing.
  private func keys(_ number: Int, _ dice: inout Dice) -> String {
    var keys = "n\(number) "
    // How many lines back in the history: below the line being typed libedit finds an older one.
    var depth = 0
    for _ in 0..<Int.random(in: 0..<12, using: &dice) {
      let binding = Self.bindings.randomElement(using: &dice)
      if Bool.random(using: &dice) {
        keys += Self.texts.randomElement(using: &dice) ?? ""
      } else if let binding, number > 30 || binding.command != .previousLine {
        if binding.command == .previousLine { depth += 1 }
        if binding.command == .nextLine {
          guard depth > 0 else { continue }
          depth -= 1
        }
        // At the start of a line libedit's cursor walks on, unseen.
        if binding.command == .transpose { keys += "t" }
        keys += binding.key
      }
    }
    return keys + "z"
  }

  private static let texts = ["a", "bc", " ", "d.e-f", "/", "0", "é", "日本", "(x)", "=", ","]
  /// Tab knows commands here and nothing there; Ctrl-D might end the session.
  private static let bindings = KeyTable.bindings.filter {
    ![.accept, .interrupt, .complete, .deleteForwardOrEnd].contains($0.command)
  }
}
