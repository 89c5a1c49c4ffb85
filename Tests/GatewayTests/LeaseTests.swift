import Foundation
import Testing

@testable import Gateway

@Suite("Leases")
struct LeaseTests {
  /// Two sockets that are connected with each other.
  private static func pair() -> (near: Int32, far: Int32) {
    var ends: [Int32] = [0, 0]
    socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends)
    return (ends[0], ends[1])
  }

  /// Whether the other end was shut.
  private static func isShut(_ far: Int32) -> Bool {
    var byte: UInt8 = 0
    return recv(far, &byte, 1, Int32(MSG_DONTWAIT)) == 0
  }

  @Test("what is past its end is cut, and the rest says when to look again")
  func expiry() {
    let table = LeaseTable()
    let (old, new) = (Self.pair(), Self.pair())
    _ = table.add(Lease(descriptor: old.near, until: 1000), unauthenticated: 10)
    _ = table.add(Lease(descriptor: new.near, until: 2000), unauthenticated: 10)
    #expect(table.cutExpired(at: 1500) == 2000)
    #expect(Self.isShut(old.far))
    #expect(!Self.isShut(new.far))
    for end in [old.near, old.far, new.near, new.far] { close(end) }
  }

  @Test("a newcomer takes the place of the oldest that has not logged in")
  func flood() {
    let table = LeaseTable()
    let pairs = (0..<4).map { _ in Self.pair() }
    let leases = pairs.map { Lease(descriptor: $0.near, until: .max) }
    leases[0].logIn()
    for lease in leases { _ = table.add(lease, unauthenticated: 2) }
    #expect(pairs.map { Self.isShut($0.far) } == [false, true, false, false])
    for pair in pairs {
      close(pair.near)
      close(pair.far)
    }
  }

  @Test("a socket whose number is another's by now is the one that is cut")
  func reusedNumber() {
    let (ends, others) = (Self.pair(), Self.pair())
    let lease = Lease(descriptor: ends.near, until: 0)
    dup2(others.near, ends.near)
    lease.cut()
    #expect(Self.isShut(ends.far) && !Self.isShut(others.far))
    lease.release()
    lease.cut()
    for end in [ends.near, ends.far, others.near, others.far] { close(end) }
  }

  @Test("memory is worth giving back after the last of many, not after each")
  func trimming() {
    let table = LeaseTable()
    func connect(_ count: Int) -> [Bool] {
      let ids = (0..<count).map { _ in
        table.add(Lease(descriptor: -1, until: .max), unauthenticated: 1000)
      }
      return ids.map(table.remove)
    }
    #expect(connect(100) == Array(repeating: false, count: 99) + [true])
    #expect((0..<100).flatMap { _ in connect(1) }.allSatisfy { !$0 })
    #expect(table.count == 0)
  }
}
