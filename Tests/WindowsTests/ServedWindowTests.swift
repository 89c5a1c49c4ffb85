import Console
import Glibc
import LineEditing
import TestSupport
import Testing
import Windows

@testable import Control

@Suite("Windows served to other processes")
struct ServedWindowTests {
  private let folder: TemporaryFolder
  private let address: ControlAddress
  private let server: ControlServer

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("lab.mmp", "x")
    address = try ControlAddress(
      ofFile: "\(folder.path)/lab.mmp", runtime: folder.path, temporary: folder.path)
    server = try ControlServer(at: address) { request, connection in
      guard let request = WindowRequest(request) else { return Ending(status: 64) }
      return ServedWindow.run(Session(Echo()), as: request, over: connection)
    }
  }

  /// Opens a window.
  private func open(_ manner: WindowRequest.Manner, isStrict: Bool = false) throws -> Connection {
    let request = WindowRequest(.workstation, manner, isStrict: isStrict)
    let connection = try ControlClient.connect(to: address, asking: request.request)
    #expect(try connection.receive() == .frame(Frame(.opened)))
    return connection
  }

  private let terminal = WindowRequest.Manner.terminal(
    WindowSize(columns: 80, rows: 24), .unknown)

  private func type(_ keys: String, at connection: Connection) {
    connection.send(Frame(.input, Array(keys.utf8)))
  }

  /// What is shown until `text` was, or until the end.
  @discardableResult
  private func read(_ connection: Connection, until text: String? = nil) throws -> String {
    var seen: [UInt8] = []
    while true {
      switch try connection.receive() {
      case .frame(let frame) where frame.kind == .output: seen += frame.bytes
      case .frame(let frame) where frame.kind == .ending:
        return String(decoding: seen, as: UTF8.self) + "[\(try Ending(frame).status)]"
      case .end: return String(decoding: seen, as: UTF8.self) + "[gone]"
      default: continue
      }
      let shown = String(decoding: seen, as: UTF8.self)
      if let text, shown.contains(text) { return shown }
    }
  }

  @Test("a terminal edits, completes, shows asides, and leaves")
  func terminalSession() throws {
    defer { server.close() }
    let connection = try open(terminal)
    #expect(try read(connection, until: "> ") == "> ")
    type("hellx\u{8}o\r", at: connection)
    #expect(try read(connection, until: "heard\r\n> ").contains("said hello\r\n| heard\r\n> "))
    connection.send(WindowSize(columns: 40, rows: 10).frame)
    type("ex\t\r", at: connection)
    #expect(try read(connection).hasSuffix("[0]"))
  }

  @Test("a terminal's password is not shown, and Ctrl-C stops a command")
  func secretsAndInterrupts() throws {
    defer { server.close() }
    let connection = try open(terminal)
    type("ask\r", at: connection)
    try read(connection, until: "Password: ")
    type("pass\r", at: connection)
    #expect(try read(connection, until: "> ").hasPrefix("\r\nit was pass\r\n"))
    type("work\r", at: connection)
    try read(connection, until: "working")
    type("\u{3}", at: connection)
    #expect(try read(connection, until: "> ").contains("stopped\r\n> "))
    connection.send(Frame(.endOfInput))
    #expect(try read(connection).hasSuffix("[0]"))
  }

  @Test("a pipe gets the transcript", arguments: [true, false])
  func pipe(isQuiet: Bool) throws {
    defer { server.close() }
    let connection = try open(isQuiet ? .quietPipe : .pipe)
    for piece in ["a\nas", "k\nsecret\n", "ask\n"] { type(piece, at: connection) }
    connection.send(Frame(.endOfInput))
    let all = "> a\nsaid a\n> ask\nPassword: \nit was secret\n> ask\nPassword: \nno answer\n> \n[0]"
    let quiet = "said a\nit was secret\nno answer\n[0]"
    #expect(try read(connection) == (isQuiet ? quiet : all))
  }

  @Test("commands are carried out, and what they ask is asked")
  func commands() throws {
    defer { server.close() }
    let connection = try open(.commands(["a", "ask", "b"]))
    while true {
      guard case .frame(let frame) = try connection.receive() else { continue }
      guard frame.kind == .question else { continue }
      #expect(try QuestionFrame.prompt(frame).purpose == .secret)
      connection.send(AnswerFrame.frame(.line("x")))
      break
    }
    #expect(try read(connection) == "it was x\nsaid b\n[0]")
    let other = try open(.commands(["ask", "b"]))
    while case let arrival = try other.receive(), arrival != .end {
      guard case .frame(let frame) = arrival else { continue }
      if frame.kind == .question { break }
    }
    other.send(AnswerFrame.frame(.interrupt))
    #expect(try read(other).hasSuffix("[130]"))
  }

  @Test("a process that goes in the middle leaves nothing behind")
  func gone() throws {
    defer { server.close() }
    for manner in [terminal, .pipe, .commands(["work"])] {
      let connection = try open(manner)
      type("work\n", at: connection)
      try read(connection, until: "working")
      connection.hangUp()
    }
    while server.count > 0 { usleep(1_000) }
  }

  @Test("a process that sends what none of ours does is sent away")
  func hostile() throws {
    defer { server.close() }
    var dice = Dice(state: 5)
    for round in 0..<60 {
      let manner = [terminal, .pipe, .commands(["ask"])][round % 3]
      let connection = try open(manner)
      for _ in 0..<30 {
        let bytes = (0..<Int.random(in: 0...9, using: &dice)).map { _ in
          UInt8.random(in: 0...255, using: &dice)
        }
        connection.send(
          Frame(Frame.Kind(rawValue: UInt8.random(in: 0...20, using: &dice)), bytes))
      }
      connection.hangUp()
    }
    while server.count > 0 { usleep(1_000) }
  }

  @Test("whoever reads nothing holds up nobody")
  func deaf() throws {
    let deaf = [try open(terminal), try open(.pipe), try open(.commands(["flood"]))]
    for connection in deaf { type("flood\n", at: connection) }
    let other = try open(.pipe)
    type("a\n", at: other)
    #expect(try read(other, until: "said a\n> ").hasSuffix("said a\n> "))
    server.close()
    #expect(try read(other) == "\n[69]")
    for connection in deaf { connection.hangUp() }
  }

  @Test("all that was asked for arrives, however much")
  func flood() throws {
    defer { server.close() }
    let connection = try open(.pipe)
    type("flood\nexit\n", at: connection)
    let shown = try read(connection)
    #expect(shown.utf8.count == "> flood\n".utf8.count + 200 << 16 + "done\n> exit\n[0]".utf8.count)
  }

  @Test("when this process ends, all windows are told", arguments: [0, 1, 2])
  func end(manner: Int) throws {
    let connection = try open([terminal, .pipe, .commands(["work"])][manner])
    type("work\n", at: connection)
    try read(connection, until: "working")
    server.close()
    #expect(try read(connection).hasSuffix("[69]"))
  }
}
