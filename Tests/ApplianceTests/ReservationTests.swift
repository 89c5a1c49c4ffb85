import Appliance
import Testing

@Suite("Room of uploads under way")
struct ReservationTests {
  private let appliance = Appliance(
    hostname: "cms1a", quota: Quota(fileSize: 10, fileCount: 3, totalSize: 15), now: { 7 })

  private func file(_ name: String, _ size: Int) -> FileStore.File {
    FileStore.File(name: name, contents: [UInt8](repeating: 0x61, count: size))
  }

  @Test("what is kept for one is not there for others")
  func kept() throws {
    try appliance.store(file("a", 4))
    let first = try Reservation(on: appliance, forFile: "b")
    try first.resize(to: 8)
    #expect(throws: StoreRefusal.full) { try appliance.store(file("c", 4)) }
    let second = try Reservation(on: appliance, forFile: "c")
    #expect(throws: StoreRefusal.full) { try second.resize(to: 4) }
    #expect(throws: StoreRefusal.fileTooLarge("b")) { try first.resize(to: 11) }
    #expect(throws: StoreRefusal.tooManyFiles) {
      _ = try Reservation(on: appliance, forFile: "d")
    }
    #expect(throws: StoreRefusal.tooManyFiles) { try appliance.store(file("d", 0)) }
    #expect(first.size == 8 && second.size == 0)
    #expect(appliance.usage == (3, 12))
  }

  @Test("an upload that fitted is stored, even where all is full")
  func stored() throws {
    try appliance.store(file("a", 5), file("b", 0))
    let room = try Reservation(on: appliance, forFile: "c")
    try room.resize(to: 10)
    #expect(throws: StoreRefusal.full) { try appliance.store(file("b", 1)) }
    let isStored = try room.store(file("c", 10), mode: 0o600)
    #expect(isStored && room.size == 0)
    #expect(appliance.file(named: "c")?.mode == 0o600)
    #expect(appliance.file(named: "c")?.modified == 7)
    #expect(appliance.usage == (3, 15))
  }

  @Test("writing over needs room for both at first, and gives it back")
  func over() throws {
    try appliance.store(file("a", 8))
    let room = try Reservation(on: appliance, forFile: "a")
    #expect(throws: StoreRefusal.full) { try room.resize(to: 8) }
    try room.resize(to: 7)
    let isStored = try room.store(file("a", 7))
    #expect(isStored)
    #expect(appliance.usage == (1, 7))
  }

  @Test("what is given up leaves nothing behind")
  func givenUp() throws {
    do {
      let room = try Reservation(on: appliance, forFile: "a")
      try room.resize(to: 10)
      try room.resize(to: 2)
      #expect(appliance.usage == (1, 2))
    }
    #expect(appliance.usage == (0, 0))
    #expect(throws: StoreRefusal.invalidName("a/b")) {
      _ = try Reservation(on: appliance, forFile: "a/b")
    }
    #expect(appliance.usage == (0, 0))
  }

  @Test("a file that must be new does not write over another")
  func exclusive() throws {
    let room = try Reservation(on: appliance, forFile: "a")
    try appliance.store(file("a", 1))
    let isStored = try room.store(file("a", 2), isNew: true)
    #expect(!isStored)
    #expect(appliance.contents(of: "a")?.count == 1)
    #expect(appliance.usage == (1, 1))
  }
}
