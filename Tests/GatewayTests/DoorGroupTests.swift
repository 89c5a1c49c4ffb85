import Glibc
import Testing

@testable import Gateway

@Suite("Doors that are closed together")
struct DoorGroupTests {
  /// The error of knocking at a port of this machine; 0 if it is open.
  private func knock(at port: UInt16) -> Int32 {
    let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { _ = close(client) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    return status == 0 ? 0 : errno
  }

  @Test("whoever knocks is refused at once, whoever polls hears of it, and others stay open")
  func closing() throws {
    let (group, other) = (DoorGroup(), DoorGroup())
    let doors = try (0..<3).map { _ in try ListeningSocket(address: "127.0.0.1", port: 0) }
    for door in doors.prefix(2) { group.add(door.descriptor) }
    other.add(doors[2].descriptor)
    #expect(doors.map { knock(at: $0.port) } == [0, 0, 0])
    #expect(group.close() == 2)
    #expect(doors.map { knock(at: $0.port) } == [ECONNREFUSED, ECONNREFUSED, 0])
    var polls = doors.prefix(2).map { pollfd(fd: $0.descriptor, events: 0, revents: 0) }
    #expect(poll(&polls, 2, 0) == 2)
    #expect(polls.allSatisfy { $0.revents & Int16(POLLHUP) != 0 })
    for door in doors.prefix(2) { group.release(door.descriptor) }
    #expect(group.close() == 0)
    other.release(doors[2].descriptor)
  }

  @Test("a door that comes later is closed as well")
  func late() throws {
    let group = DoorGroup()
    #expect(group.close() == 0)
    let door = try ListeningSocket(address: "127.0.0.1", port: 0)
    group.add(door.descriptor)
    #expect(knock(at: door.port) == ECONNREFUSED)
    group.release(door.descriptor)
  }
}
