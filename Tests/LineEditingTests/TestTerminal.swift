import Console

@testable import LineEditing

/// Repeats lines, and knows a few words.
final class Parrot: Mode {
  private let text: String
  var prompt: Prompt { Prompt(text, escapeClearsLine: escapeClearsLine) }
  /// What Tab adds.
  var completion = ""
  var escapeClearsLine = false
  /// What was typed, oldest first.
  private(set) var lines: [String] = []
  /// How often a running command looks whether it is to stop.
  var looks = 0

  init(_ prompt: String = "> ") { text = prompt }

  func receive(_ input: Input, on screen: any Screen) -> Reply {
    guard case .line(let line) = input else { return input == .end ? Reply(next: .pop) : Reply() }
    lines.append(line)
    switch line {
    case "ask":
      return Reply(
        next: .push(
          Question(Prompt("? ", .secret)) { [self] secret, _ in
            lines.append(secret)
            return Reply()
          }))
    case "question":
      return Reply(next: .push(Question(Prompt("sure? ", .answer)) { _, _ in Reply() }))
    case "window": return Reply(next: .push(Parrot("\nC:\\>")))
    case "run":
      for _ in 0..<looks {
        screen.show([0x2E])
        screen.flush()
        if screen.isInterrupted { return Reply(Array("stopped\n".utf8)) }
      }
      return Reply(Array("done\n".utf8))
    case "quiet": return Reply()
    case "leave": return Reply(next: .end)
    default: return Reply(Array("[\(line)]\n".utf8))
    }
  }

  func completion(of line: String) -> String { completion }
}

/// A terminal session, with all it sends.
final class TestTerminal: TerminalWire {
  let mode: Parrot
  let inner: Session
  private(set) var sends: [[UInt8]] = []
  private(set) var polls = 0
  var isClosed = false
  /// What is typed while a command runs, at its first look.
  var typedAhead: [UInt8] = []
  private(set) lazy var session = TerminalSession(inner, columns: columns, wire: self)
  private let columns: Int

  init(columns: Int = 80, mode: Parrot = Parrot()) {
    self.columns = columns
    self.mode = mode
    inner = Session(mode)
    session.start()
  }

  func send(_ bytes: [UInt8]) { sends.append(bytes) }
  func flush() {}
  func poll() {
    polls += 1
    session.enqueue(typedAhead)
    typedAhead = []
  }

  /// Types `bytes` in one packet and gives the session all its time.
  func type(_ bytes: [UInt8]) {
    session.enqueue(bytes)
    while session.hasInput { session.advance() }
  }

  func type(_ keys: String) { type(Array(keys.utf8)) }

  /// What was sent since the last call.
  func take() -> String {
    defer { sends = [] }
    return String(decoding: sends.joined(), as: UTF8.self)
  }

  /// Types `keys` and takes what that sent.
  func answer(to keys: String) -> String {
    _ = take()
    type(keys)
    return take()
  }

  /// The line that is carried out after `keys`.
  static func line(after keys: String) -> String? {
    let terminal = TestTerminal()
    terminal.type(keys + "\r")
    return terminal.mode.lines.last
  }
}
