import Appliance
import Testing
import Threads

@Suite("Exchanges of files")
struct FileExchangeTests {
  private let first = Appliance(hostname: "cms1a", now: { 0 })
  private let second = Appliance(hostname: "cms1b", now: { 0 })

  private func exchange(
    on appliance: Appliance, _ name: String, found: FileStore.File?, contents: [UInt8]?
  ) -> FileExchange {
    FileExchange(on: appliance, [.init(name: name, found: found, contents: contents)])
  }

  @Test("all appliances get what is new, and keep the order of their files")
  func all() throws {
    try first.store(.init(name: "a", contents: [1]), .init(name: "b", contents: [2]))
    try second.store(.init(name: "a", contents: [1]))
    try FileExchange.make(
      [
        exchange(on: first, "a", found: first.file(named: "a"), contents: [3]),
        exchange(on: second, "a", found: second.file(named: "a"), contents: nil),
      ], isTold: true)
    #expect(first.files.map(\.name) == ["a", "b"] && first.contents(of: "a") == [3])
    #expect(second.files.isEmpty)
  }

  @Test("nothing is exchanged if a file is not what was found, even if its bytes are the same")
  func changed() throws {
    try first.store(.init(name: "a", contents: [1]))
    try second.store(.init(name: "a", contents: [1]))
    let found = [first.file(named: "a"), second.file(named: "a")]
    try second.store(.init(name: "a", contents: [1]))
    #expect(throws: FileExchange.Hindrance.self) {
      try FileExchange.make(
        [
          exchange(on: first, "a", found: found[0], contents: [3]),
          exchange(on: second, "a", found: found[1], contents: [3]),
        ], isTold: true)
    }
    #expect(first.contents(of: "a") == [1] && second.contents(of: "a") == [1])
    #expect(throws: FileExchange.Hindrance.self) {
      try FileExchange.make(
        [exchange(on: first, "a", found: nil, contents: [3])], isTold: true)
    }
  }

  @Test("nothing is exchanged if one of them cannot store it")
  func refused() throws {
    try first.store(.init(name: "a", contents: [1]))
    #expect(throws: FileExchange.Hindrance.self) {
      try FileExchange.make(
        [
          exchange(on: first, "a", found: first.file(named: "a"), contents: [3]),
          exchange(on: second, "../a", found: nil, contents: [3]),
        ], isTold: true)
    }
    #expect(first.contents(of: "a") == [1] && second.files.isEmpty)
  }

  @Test("two exchanges on one appliance are made in their order")
  func twice() throws {
    try first.store(.init(name: "a", contents: [1]), .init(name: "b", contents: [1]))
    let twin = Appliance(hostname: "cms1a", now: { 0 })
    try FileExchange.make(
      [
        exchange(on: first, "a", found: first.file(named: "a"), contents: [2]),
        exchange(on: twin, "a", found: nil, contents: [3]),
        exchange(on: first, "b", found: first.file(named: "b"), contents: nil),
      ], isTold: true)
    #expect(first.files.map(\.name) == ["a"] && first.contents(of: "a") == [2])
    #expect(twin.contents(of: "a") == [3])
  }

  @Test("exchanges that meet do not wait for each other", .timeLimit(.minutes(30)))
  func meeting() {
    let appliances = [first, second, Appliance(hostname: "cms1a", now: { 0 })]
    let threads = (0..<3).map { turn in
      Thread {
        let mine = (0..<3).map { appliances[($0 + turn) % 3] }
        for number in 0..<100 {
          let exchanges = mine.map {
            exchange(on: $0, "\(turn)-\(number)", found: nil, contents: [UInt8(turn)])
          }
          try? FileExchange.make(exchanges, isTold: false)
        }
      }
    }
    for thread in threads { thread?.join() }
    #expect(appliances.allSatisfy { $0.files.count == appliances[0].files.count })
    #expect(appliances[0].files.count > 0)
  }
}
