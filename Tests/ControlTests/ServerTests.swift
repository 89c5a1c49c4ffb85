import Foundation
import Glibc
import TestSupport
import Testing

@testable import Control

@Suite("A process that answers others")
struct ServerTests {
  private let folder: TemporaryFolder
  private let address: ControlAddress

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("class.mmp", "x")
    address = try ControlAddress(
      ofFile: "\(folder.path)/class.mmp", runtime: folder.path, temporary: folder.path)
  }

  /// Answers with the words, one a message; `wait` answers what it is sent.
  private func server(limit: Int = 128) throws -> ControlServer {
    try ControlServer(at: address, limit: limit) { request, connection in
      switch request.words[0] {
      case "echo": return Self.echo(connection)
      case "flood":
        let frame = Frame(.output, [UInt8](repeating: 1, count: 100_000))
        while connection.waitForRoom(), connection.send(frame) {}
        return Ending(status: 1, "flooded")
      default:
        for word in request.words { connection.send(Frame(.item, Array(word.utf8))) }
        return Ending(status: 3, "done")
      }
    }
  }

  private static func echo(_ connection: Connection) -> Ending {
    while true {
      guard let arrival = try? connection.receive() else { return Ending(status: 1) }
      switch arrival {
      case .frame(let frame) where frame.kind == .endOfInput: return Ending()
      case .frame(let frame): connection.send(Frame(.output, frame.bytes))
      case .end: return Ending(status: 2)
      case .stop: return Ending(status: 4, "stopped")
      case .wake, .input, .quiet: continue
      }
    }
  }

  @Test("a question has its answer, in pieces and with an end")
  func question() throws {
    let server = try server()
    defer { server.close() }
    var items: [String] = []
    let ending = try ControlClient.ask(Request(["status", "7"]), of: address) { frame in
      items.append(String(decoding: frame.bytes, as: UTF8.self))
    }
    #expect(items == ["status", "7"])
    #expect(ending == Ending(status: 3, "done"))
  }

  @Test("many at once are each answered")
  func many() throws {
    let server = try server()
    defer { server.close() }
    let (address, answered) = (address, Guarded(0))
    onThreads(60) { number in
      guard
        let connection = try? ControlClient.connect(to: address, asking: Request(["echo"]))
      else { return }
      for round in 0..<50 {
        let bytes = Array("\(number) \(round)".utf8)
        connection.send(Frame(.input, bytes))
        while let arrival = try? connection.receive(), arrival != .frame(Frame(.output, bytes)) {
          if arrival == .end { return }
        }
      }
      answered.change { $0 += 1 }
    }
    #expect(answered.value == 60)
  }

  @Test("where nobody listens, nobody answers; a socket left behind is nobody")
  func nobody() throws {
    #expect(throws: ControlError.nobodyAnswers) {
      try ControlClient.ask(Request(["status"]), of: address)
    }
    try address.folders[0].create()
    let left = try LocalSocket()
    try left.listen(at: address.socketPath(in: address.folders[0]))
    left.close()
    #expect(throws: ControlError.nobodyAnswers) {
      try ControlClient.ask(Request(["status"]), of: address)
    }
    let server = try server()
    #expect(try ControlClient.ask(Request(["status"]), of: address).status == 3)
    server.close()
    #expect(throws: ControlError.nobodyAnswers) {
      try ControlClient.ask(Request(["status"]), of: address)
    }
  }

  @Test("a file instead of the socket is removed too; nothing is left at the end")
  func clean() throws {
    try address.folders[0].create()
    try folder.write("mmp/\(address.name)", "not a socket")
    let server = try server()
    #expect(try ControlClient.ask(Request(["status"]), of: address).status == 3)
    server.close()
    server.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/mmp") == [])
  }

  @Test("who was killed before it heard of a question is known as such")
  func unread() throws {
    try address.folders[0].create()
    let dying = try LocalSocket()
    try dying.listen(at: address.socketPath(in: address.folders[0]))
    let connection = try ControlClient.connect(to: address, asking: Request(["status"]))
    dying.close()
    #expect(try connection.receive() == .end)
    #expect(connection.isUnread)
  }

  @Test("a process that has just been killed may have the lock a moment longer")
  func dying() throws {
    try address.folders[0].create()
    let lock = try SocketLock(address.lockPath(in: address.folders[0]))
    let thread = Thread {
      usleep(100_000)
      lock.release()
    }
    thread.start()
    let server = try server()
    defer { server.close() }
    #expect(try ControlClient.ask(Request(["status"]), of: address).status == 3)
  }

  @Test("a second process is told that the first answers")
  func second() throws {
    let server = try server()
    defer { server.close() }
    #expect(throws: ControlError.inUse) { try self.server() }
    #expect(try ControlClient.ask(Request(["status"]), of: address).status == 3)
  }

  @Test("of many who start at once one answers, and goes on answering")
  func race() throws {
    let (address, servers) = (address, Guarded([ControlServer]()))
    for _ in 0..<20 {
      onThreads(6) { number in
        let server = try? ControlServer(at: address) { _, _ in Ending(status: UInt8(number)) }
        if let server { servers.change { $0.append(server) } }
      }
      #expect(servers.value.count == 1)
      _ = try ControlClient.ask(Request(["who"]), of: address)
      servers.value.forEach { $0.close() }
      servers.change { $0 = [] }
    }
  }

  @Test("no folder is too deep for a socket")
  func deepFolder() throws {
    let deep = folder.path + "/" + String(repeating: "d", count: 120)
    try FileManager.default.createDirectory(atPath: deep, withIntermediateDirectories: true)
    let address = try ControlAddress(
      ofFile: "\(folder.path)/class.mmp", runtime: deep, temporary: folder.path)
    let server = try ControlServer(at: address) { _, _ in Ending(status: 5) }
    defer { server.close() }
    #expect(try ControlClient.ask(Request(["status"]), of: address).status == 5)
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(deep)/mmp").count == 2)
  }

  @Test("whoever has another runtime folder finds the socket in the user's temporary one")
  func otherFolder() throws {
    let plain = try ControlAddress(
      ofFile: "\(folder.path)/class.mmp", runtime: nil, temporary: folder.path)
    let server = try ControlServer(at: plain) { _, _ in Ending(status: 5) }
    defer { server.close() }
    #expect(try ControlClient.ask(Request(["status"]), of: address).status == 5)
  }

  @Test("a client that reads nothing holds up neither others nor the end")
  func deafClient() throws {
    let server = try server()
    let deaf = try ControlClient.connect(to: address, asking: Request(["flood"]))
    #expect(try ControlClient.ask(Request(["status"]), of: address).status == 3)
    server.close()
    deaf.hangUp()
  }

  @Test("whoever is sent more than may wait, and takes nothing, is cut off")
  func cutOff() throws {
    let sent = Guarded(0)
    let server = try ControlServer(at: address) { _, connection in
      let frame = Frame(.item, [UInt8](repeating: 0, count: 1 << 16))
      while connection.send(frame) { sent.change { $0 += 1 } }
      return Ending()
    }
    let deaf = try ControlClient.connect(to: address, asking: Request(["watch"]))
    while server.count > 0 { usleep(1_000) }
    // What waits, and what the system holds.
    #expect(sent.value <= 4 * Connection.limit >> 16)
    server.close()
    deaf.hangUp()
  }

  @Test("at the end everybody is told")
  func end() throws {
    let server = try server()
    let connection = try ControlClient.connect(to: address, asking: Request(["echo"]))
    connection.send(Frame(.input, [1]))
    #expect(try connection.receive() == .frame(Frame(.output, [1])))
    server.close()
    #expect(try connection.receive() == .frame(Ending(status: 4, "stopped").frame))
    #expect(try connection.receive() == .end)
    #expect(!connection.send(Frame(.input, [1])))
  }

  @Test("what is answered at the end is still said, to whoever takes it")
  func lastWord() throws {
    let isAsked = Guarded(false)
    let server = try ControlServer(at: address) { _, connection in
      isAsked.change { $0 = true }
      while !connection.isStopping { usleep(1_000) }
      let isSaid = connection.waitForRoom() && connection.send(Frame(.output, [7]))
      return Ending(status: isSaid ? 0 : 1)
    }
    let connection = try ControlClient.connect(to: address, asking: Request(["status"]))
    while !isAsked.value { usleep(1_000) }
    server.close()
    #expect(try connection.receive() == .frame(Frame(.output, [7])))
    #expect(try connection.receive() == .frame(Ending().frame))
  }

  @Test("more than there may be are told so")
  func tooMany() throws {
    let server = try server(limit: 1)
    defer { server.close() }
    let first = try ControlClient.connect(to: address, asking: Request(["echo"]))
    first.send(Frame(.input, [1]))
    _ = try first.receive()
    #expect(try ControlClient.ask(Request(["status"]), of: address).status == 75)
    first.hangUp()
    while server.count > 0 { usleep(1_000) }
    #expect(try ControlClient.ask(Request(["status"]), of: address).status == 3)
  }

  @Test("hostile bytes end their own conversation only")
  func hostile() throws {
    let server = try server()
    defer { server.close() }
    var dice = Dice(state: 3)
    let path = address.socketPath(in: address.folders[0])
    for round in 0..<200 {
      let socket = try LocalSocket()
      // The system lets only so many wait.
      while socket.connect(to: path) == EAGAIN { usleep(1_000) }
      var bytes = (0..<Int.random(in: 0...300, using: &dice)).map { _ in
        UInt8.random(in: 0...255, using: &dice)
      }
      if round % 2 == 0 {
        bytes = []
        Request(["echo"]).frame.append(to: &bytes)
        for _ in 0..<20 { bytes.append(UInt8.random(in: 0...9, using: &dice)) }
        if round % 4 == 0 { bytes[Int.random(in: 0..<10, using: &dice)] ^= 0xFF }
      }
      _ = Glibc.send(socket.descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
      socket.close()
    }
    while server.count > 0 { usleep(1_000) }
    #expect(try ControlClient.ask(Request(["status"]), of: address).status == 3)
  }

  @Test("another version's request is answered with what to do about it")
  func otherVersion() throws {
    let server = try server()
    defer { server.close() }
    let socket = try LocalSocket()
    #expect(socket.connect(to: address.socketPath(in: address.folders[0])) == 0)
    let connection = try Connection(socket)
    connection.send(Frame(.request, [9, 9]))
    guard case .frame(let frame) = try connection.receive() else {
      Issue.record("no answer")
      return
    }
    #expect(try Ending(frame).text == ControlError.otherVersion.description)
  }

  @Test("what else is waited for, and time, end a wait")
  func waits() throws {
    let server = try server()
    defer { server.close() }
    let connection = try ControlClient.connect(to: address, asking: Request(["echo"]))
    #expect(try connection.receive(within: 1) == .quiet)
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    defer { ends.forEach { close($0) } }
    _ = write(ends[1], "x", 1)
    #expect(try connection.receive(besides: [ends[0]]) == .input(ends[0]))
    connection.wake()
    #expect(try connection.receive() == .wake)
  }
}
