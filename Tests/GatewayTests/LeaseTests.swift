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

  private static func lease(
    _ pair: (near: Int32, far: Int32), from address: String = "10.0.0.1", until end: Int = .max
  ) throws -> Lease {
    try #require(Lease(descriptor: pair.near, from: Source(address: address), until: end))
  }

  /// Whether the other end was shut.
  private static func isShut(_ far: Int32) -> Bool {
    var byte: UInt8 = 0
    return recv(far, &byte, 1, Int32(MSG_DONTWAIT)) == 0
  }

  @Test("what is past its end is cut, and the rest says when to look again")
  func expiry() throws {
    let table = LeaseTable()
    let (old, new) = (Self.pair(), Self.pair())
    _ = table.add(try Self.lease(old, until: 1000), unauthenticated: 10)
    _ = table.add(try Self.lease(new, until: 2000), unauthenticated: 10)
    #expect(table.cutExpired(at: 1500) == 2000)
    #expect(Self.isShut(old.far))
    #expect(!Self.isShut(new.far))
    for end in [old.near, old.far, new.near, new.far] { close(end) }
  }

  /// Fills a table of four strangers, oldest first, then lets another one in; which were cut.
  private static func cut(
    _ sources: [String], newcomer: String, prepare: ([Lease]) -> Void = { _ in }
  ) throws -> [Int] {
    let table = LeaseTable()
    let pairs = (0...sources.count).map { _ in pair() }
    defer {
      for pair in pairs {
        close(pair.near)
        close(pair.far)
      }
    }
    let leases = try zip(pairs, sources).map { try lease($0, from: $1) }
    for lease in leases { _ = table.add(lease, unauthenticated: sources.count) }
    prepare(leases)
    _ = table.add(
      try lease(pairs[sources.count], from: newcomer), unauthenticated: sources.count)
    return pairs.indices.filter { isShut(pairs[$0].far) }
  }

  @Test("where strangers are too many, the source with most of them loses its oldest")
  func flood() throws {
    #expect(try Self.cut(["10.0.0.1", "10.0.0.2", "10.0.0.2"], newcomer: "10.0.0.3") == [1])
    #expect(try Self.cut(["10.0.0.1", "10.0.0.2", "10.0.0.3"], newcomer: "10.0.0.3") == [2])
    #expect(try Self.cut(["10.0.0.1", "10.0.0.2", "10.0.0.3"], newcomer: "10.0.0.4") == [0])
    #expect(
      try Self.cut(["10.0.0.1", "2001:db8::1", "2001:db8::ffff"], newcomer: "10.0.0.1") == [0])
    #expect(
      try Self.cut(["10.0.0.1", "2001:db8::1", "2001:db8::f"], newcomer: "2001:db8::2") == [1])
  }

  @Test("of a source whoever has not even exchanged keys goes first; who has logged in does not")
  func stages() throws {
    let one = "10.0.0.1"
    #expect(try Self.cut([one, one, one], newcomer: one) { $0[0].exchangeKeys() } == [1])
    #expect(
      try Self.cut([one, one, one], newcomer: one) { $0.forEach { $0.exchangeKeys() } } == [0])
    #expect(try Self.cut([one, one, one], newcomer: one) { $0[0].logIn() } == [])
  }

  @Test("without descriptors a stranger goes, if there is one; nobody twice")
  func descriptors() throws {
    let table = LeaseTable()
    let pairs = (0..<3).map { _ in Self.pair() }
    let leases = try pairs.map { try Self.lease($0) }
    for lease in leases { _ = table.add(lease, unauthenticated: 10) }
    leases[0].logIn()
    #expect(table.cutStranger() && table.cutStranger() && !table.cutStranger())
    #expect(pairs.map { Self.isShut($0.far) } == [false, true, true])
    for pair in pairs {
      close(pair.near)
      close(pair.far)
    }
  }

  @Test("a connection that could not be ended has no lease")
  func noLease() {
    #expect(Lease(descriptor: -1, from: Source(address: "10.0.0.1"), until: 0) == nil)
  }

  @Test("an IPv4 client of a socket for both is one, a link-local address needs no interface")
  func sources() {
    #expect(Source(address: "::ffff:10.0.0.1") == Source(address: "10.0.0.1"))
    #expect(Source(address: "fe80::1%eth0") == Source(address: "fe80::2"))
    #expect(Source(address: "2001:db8:0:1::1") != Source(address: "2001:db8:0:2::1"))
    #expect(Source(address: "10.0.0.1") != Source(address: "10.0.0.2"))
  }

  @Test("a socket whose number is another's by now is the one that is cut")
  func reusedNumber() throws {
    let (ends, others) = (Self.pair(), Self.pair())
    let lease = try Self.lease(ends, until: 0)
    dup2(others.near, ends.near)
    lease.cut()
    #expect(Self.isShut(ends.far) && !Self.isShut(others.far))
    lease.release()
    lease.cut()
    for end in [ends.near, ends.far, others.near, others.far] { close(end) }
  }

  @Test("memory is worth giving back when few of many are left, not after each")
  func trimming() throws {
    let table = LeaseTable()
    let pair = Self.pair()
    func connect(_ count: Int) throws -> [Bool] {
      let ids = try (0..<count).map { _ in
        table.add(try Self.lease(pair), unauthenticated: 1000)
      }
      return ids.map(table.remove)
    }
    #expect(try connect(100) == (1...100).map { $0 == 88 })
    #expect(try (0..<100).flatMap { _ in try connect(1) }.allSatisfy { !$0 })
    #expect(table.count == 0)
    close(pair.near)
    close(pair.far)
  }
}
