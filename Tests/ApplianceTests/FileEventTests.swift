import Appliance
import Journal
import TestSupport
import Testing

@Suite("Events of files")
struct FileEventTests {
  private let diary = Diary()
  private let appliance: Appliance
  private let visit: Visit
  private var presence: Presence { visit.presence }

  init() {
    appliance = Appliance(
      hostname: "cms1a", quota: Quota(fileSize: 20_000, fileCount: 3, totalSize: 40_000),
      journal: diary.journal, now: { 0 })
    visit = appliance.frontDoor.console()
    _ = diary.take()
  }

  @Test(
    "what files hold",
    arguments: [
      ("server.key", Holding.key), ("locked.key", .key), ("locked8.key", .key), ("ec.key", .key),
      ("key.der", .key), ("server.csr", .csr), ("request.der", .csr), ("server.cer", .certificate),
      ("server.der", .certificate), ("root.cer", .certificate), ("fullchain.cer", .bundle),
      ("bundle.cer", .bundle), ("garbage.cer", .other), ("empty.cer", .other),
      ("alice.pub", .other),
    ])
  func holding(name: String, holding: Holding) throws {
    let file = try FileStore.File.fixture(name)
    try appliance.store([file], by: presence)
    #expect(diary.words() == ["stored \(name) \(file.contents.count) \(holding)"])
  }

  @Test("stored, replaced, renamed, removed, each by whoever did it")
  func life() throws {
    let (key, root) = (
      try FileStore.File.fixture("server.key", as: "a"),
      try FileStore.File.fixture("root.cer", as: "a")
    )
    try appliance.store([key], by: presence)
    try appliance.store([root, try FileStore.File.fixture("server.csr", as: "b")], by: presence)
    try appliance.renameFile("a", to: "c", by: presence)
    try appliance.renameFile("c", to: "b", replacing: true, by: presence)
    #expect(try appliance.removeFile("b", by: presence))
    let events = diary.take()
    let (keySize, rootSize) = (key.contents.count, root.contents.count)
    let requestSize = try FileStore.File.fixture("server.csr").contents.count
    #expect(
      events.map { Diary.words(of: $0.kind) } == [
        "stored a \(keySize) key", "replaced a \(rootSize) certificate",
        "stored b \(requestSize) csr", "renamed c \(rootSize) certificate from a",
        "removed b \(requestSize) csr", "renamed b \(rootSize) certificate from c",
        "removed b \(rootSize) certificate",
      ])
    #expect(events.allSatisfy { $0.actor == presence.actor && $0.host == "cms1a" })
  }

  @Test("what is done by nobody, refused or without effect is not told")
  func silence() throws {
    let (small, large) = (
      FileStore.File(name: "a", contents: [1]),
      FileStore.File(name: "b", contents: [UInt8](repeating: 0, count: 20_001))
    )
    try appliance.store(small)
    #expect(throws: StoreRefusal.fileTooLarge("b")) {
      try appliance.store([small, large], by: presence)
    }
    #expect(throws: StoreRefusal.invalidName("a/b")) {
      try appliance.store([FileStore.File(name: "a/b", contents: [])], by: presence)
    }
    #expect(throws: FileStore.RenameFailure.notFound) {
      try appliance.renameFile("x", to: "y", by: presence)
    }
    try appliance.renameFile("a", to: "a", replacing: true, by: presence)
    #expect(try !appliance.removeFile("x", by: presence))
    #expect(try appliance.removeFile("a"))
    #expect(diary.words() == [])
  }

  @Test("an upload is told when it is stored, not while it is under way")
  func upload() throws {
    let file = try FileStore.File.fixture("server.cer", as: "a")
    let size = file.contents.count
    let room = try Reservation(on: appliance, forFile: "a", by: presence)
    try room.resize(to: size)
    #expect(diary.words() == [])
    #expect(try room.store(file))
    #expect(diary.words() == ["stored a \(size) certificate"])
    let second = try Reservation(on: appliance, forFile: "a", by: presence)
    #expect(try !second.store(file, isNew: true))
    #expect(diary.words() == [])
    do { _ = try Reservation(on: appliance, forFile: "b", by: presence) }
    let third = try Reservation(on: appliance, forFile: "a", by: presence)
    try third.resize(to: size)
    #expect(try third.store(file))
    #expect(diary.words() == ["replaced a \(size) certificate"])
  }

  @Test("a new name is told when it is set; a subscriber may ask the appliance")
  func name() {
    appliance.journal.subscribe { [weak appliance] _ in
      _ = (appliance?.hostname, appliance?.files)
    }
    appliance.rename(to: "cms9", by: presence)
    appliance.reboot(by: presence)
    let events = diary.take()
    #expect(
      events.map { Diary.words(of: $0.kind) } == ["changed hostname cms9", "rebooted"])
    #expect(events.allSatisfy { $0.host == "cms1a" })
  }
}
