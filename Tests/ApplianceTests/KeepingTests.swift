@testable import Appliance
import Journal
import TestSupport
import Testing

@Suite("What an appliance has kept")
struct KeepingTests {
  private let keeper = Shelfkeeper()
  private let appliance = Appliance(hostname: "cms1a", journal: Journal(), now: { 7 })
  private let presence: Presence

  init() {
    appliance.journal.keeper = keeper
    presence = Presence(
      appliance.journal, host: "cms1a", actor: Actor(visit: 1, user: "admin", source: .console))
  }

  @Test("every change of files, those of one call together")
  func files() throws {
    try appliance.store([.init(name: "a", contents: [1]), .init(name: "b", contents: [])])
    try appliance.renameFile("a", to: "c")
    #expect(try appliance.setMode(0o600, ofFile: "c"))
    #expect(try appliance.setModified(9, ofFile: "c"))
    #expect(try appliance.removeFile("b"))
    #expect(try !appliance.removeFile("b"))
    #expect(try !appliance.setMode(0o600, ofFile: "b"))
    #expect(
      keeper.take() == [
        "cms1a: file a 1 7 644, cms1a: file b 0 7 644", "cms1a: renamed a to c",
        "cms1a: attributes c 7 600", "cms1a: attributes c 9 600", "cms1a: removed b",
      ])
  }

  @Test("an upload, with the permissions it gets or has already")
  func upload() throws {
    var room = try Reservation(on: appliance, forFile: "a", by: presence)
    #expect(try room.store(.init(name: "a", contents: [1]), mode: 0o600))
    room = try Reservation(on: appliance, forFile: "a", by: presence)
    #expect(try room.store(.init(name: "a", contents: [1, 2])))
    #expect(keeper.take() == ["cms1a: file a 1 7 600", "cms1a: file a 2 7 600"])
  }

  @Test("an upload under a working name not before it has its final one")
  func workingName() throws {
    let room = try Reservation(on: appliance, forFile: ".in.a", by: presence)
    #expect(try room.store(.init(name: ".in.a", contents: [1])))
    #expect(keeper.take() == [])
    try appliance.finishWorkingFile(
      ".in.a", of: "admin", as: "a", replacing: false, by: presence)
    #expect(keeper.take() == ["cms1a: file a 1 7 644"])
  }

  @Test("a new name, before and after the reboot, which it has again when it is taken up")
  func settings() {
    appliance.rename(to: "cms9")
    let next = Appliance(hostname: "cms1a", now: { 0 })
    next.takeUp(settings: appliance.settings)
    next.reboot()
    #expect(next.hostname == "cms9")
    appliance.reboot()
    appliance.reboot()
    #expect(
      keeper.take() == [
        "cms1a: nextHostname is cms9", "cms1a: hostname is cms9, cms1a: nextHostname is gone",
      ])
    next.takeUp(settings: appliance.settings)
    #expect(next.hostname == "cms9" && next.settings == ["hostname": "cms9"])
  }

  @Test("nothing changes that cannot be kept, and room is given back")
  func full() throws {
    try appliance.store([.init(name: "a", contents: [1])])
    let before = appliance.usage
    keeper.isFull = true
    #expect(throws: StoreRefusal.full) { try appliance.store(.init(name: "a", contents: [2, 3])) }
    let room = try Reservation(on: appliance, forFile: "b", by: presence)
    try room.resize(to: 3)
    #expect(throws: StoreRefusal.full) { try room.store(.init(name: "b", contents: [2, 3, 4])) }
    #expect(throws: FileExchange.Hindrance.self) {
      try FileExchange.make(
        [
          FileExchange(
            on: appliance,
            [.init(name: "a", found: appliance.file(named: "a"), contents: nil)])
        ], isTold: true)
    }
    #expect(throws: StoreRefusal.full) { try appliance.removeFile("a", by: presence) }
    #expect(throws: StoreRefusal.full) { try appliance.setMode(0o600, ofFile: "a") }
    #expect(throws: StoreRefusal.full) { try appliance.setModified(9, ofFile: "a") }
    #expect(throws: FileStore.RenameFailure.full) { try appliance.renameFile("a", to: "b") }
    #expect(appliance.contents(of: "a") == [1] && appliance.files.count == 1)
    #expect(appliance.file(named: "a")?.mode == 0o644 && appliance.file(named: "a")?.modified == 7)
    #expect(appliance.usage == before)
  }

  @Test("an exchange of several machines is kept at one time")
  func exchange() throws {
    let other = Appliance(hostname: "cms1b", journal: appliance.journal, now: { 7 })
    try FileExchange.make(
      [
        FileExchange(on: appliance, [.init(name: "a", found: nil, contents: [1])]),
        FileExchange(on: other, [.init(name: "b", found: nil, contents: [1])]),
      ], isTold: true, with: [MachineChanges(of: "pc1", [.removed(name: "c")])])
    #expect(
      keeper.take() == ["pc1: removed c, cms1b: file b 1 7 644, cms1a: file a 1 7 644"])
  }
}
