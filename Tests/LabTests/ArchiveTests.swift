import Appliance
import Authority
import Console
import Journal
import MMPShell
import PKI
import Store
import TestSupport
import Testing
import Time
import Workstation

@testable import Lab

@Suite("Worlds in a state file")
struct ArchiveTests {
  private let folder: TemporaryFolder
  private let origin = AttemptRow.Origin(nil, release: .default, clock: nil)
  private var path: String { "\(folder.path)/lab.mmp" }

  init() throws { folder = try TemporaryFolder() }

  private func archive() throws -> Archive {
    Archive(try StateFile(path, .existingOrNew)) { Issue.record("\($0)") }
  }

  private func tools(now: UnixTime = WorldTests.now) -> Archive.Tools {
    Archive.Tools(keys: FewKeys(), clock: { 5 }, now: { now })
  }

  /// Takes the world up in a further run of the program, some days later.
  private func takenUp() throws -> (world: World, archive: Archive) {
    let archive = try archive()
    let attempt = try #require(
      try archive.file.read { (reading) throws(StoreFault) in try reading.liveAttempt(of: 7) })
    return (try archive.takeUp(attempt, with: tools(now: WorldTests.now + 200_000)).world, archive)
  }

  @Test("a new world comes back as it is, and nothing is made anew")
  func fresh() throws {
    let first = try archive()
    let world = try World(now: { WorldTests.now })
    try first.begin(world, as: origin, why: "fresh", now: 5)
    let before = WorldRows(world.contents)
    first.close()
    let (next, second) = try takenUp()
    #expect(WorldRows(next.contents) == before)
    second.close()
  }

  @Test("a task is not done in the file before the event that proves it is there")
  func proof() throws {
    let archive = try archive()
    defer { archive.close() }
    let world = try World(now: { WorldTests.now })
    try archive.begin(world, as: origin, why: "fresh", now: 5)
    for number in 1...20 {
      world.journal.record(.rebooted, at: "cms1a", by: nil)
      var task = KeptTask(task: "t\(number)")
      (task.passed, task.event) = (5, world.journal.lastEvent)
      try world.journal.keep([.task(task)], of: ":tasks")
      // As somebody finds it who looks after a kill.
      let events = try StateFile.look(at: path) { (reading) throws(StoreFault) in
        try reading.events(limit: 99).events.map(\.number)
      }
      #expect(events.contains(world.journal.lastEvent))
    }
  }

  @Test("all that the page does comes back: files, known hosts, what the authority decided")
  func page() throws {
    let first = try archive()
    let world = try World(keys: FewKeys(), now: { WorldTests.now })
    try first.begin(world, as: origin, why: "fresh", now: 5)
    WholeLab.typePage(in: world)
    let appliance = try #require(world.appliance(named: "cms1a"))
    let console = appliance.frontDoor.console().session()
    console.type(["hostname cms9"], on: TextScreen())
    let window = world.workstation.seat().openWindow()
    window.type([#"mkdir a"#, #"echo x > A\b"#, "ren a C", #"ren c\B d"#], on: TextScreen())
    let before = WorldRows(world.contents)
    let logs = world.appliances.mapValues(\.log)
    first.close()

    let (next, second) = try takenUp()
    let after = WorldRows(next.contents)
    #expect(after.machines.count == before.machines.count)
    for (machine, kept) in zip(before.machines, after.machines) { #expect(machine == kept) }
    #expect(next.workstation.drive.entry(at: next.workstation.folder.appending("C"))?.name == "C")
    #expect(logs["cms1a"]?.isEmpty == false && next.appliances.mapValues(\.log) == logs)
    #expect(next.appliance(named: "cms1a")?.settings["nextHostname"] == "cms9")
    let screen = TextScreen()
    let answer = next.workstation.seat().openWindow().type(
      [
        #"certreq -retrieve -config "cmslab-ad.cms.lab\cms-CMSLAB-AD-CA" 12 again.cer"#,
        "type again.cer",
      ], on: screen)
    let certificate = String(
      decoding: try next.workstation.drive.read(
        next.workstation.folder.appending("cms1a.cer")), as: UTF8.self)
    #expect(
      answer.replacing("\r\n", with: "\n").contains(
        certificate.replacing("\r\n", with: "\n")))
    second.close()
  }

  @Test("a new attempt leaves the old one in the file; numbers of events and visits go on")
  func attempts() throws {
    let first = try archive()
    let world = try World(now: { WorldTests.now })
    try first.begin(world, as: origin, why: "fresh", now: 5)
    world.workstation.seat().openWindow().type(["echo x > a"], on: TextScreen())
    first.close()
    let second = try archive()
    let other = try World(now: { WorldTests.now })
    try second.begin(other, as: origin, why: "fresh", now: 9)
    let diary = Diary(of: other.journal)
    _ = other.workstation.seat().openWindow()
    let event = try #require(diary.take().first)
    #expect(event.number > 2 && event.attempt == 2 && event.actor?.visit == 2)
    let attempts = try second.file.read { (reading) throws(StoreFault) in
      try reading.attempts(of: 7)
    }
    #expect(attempts.map(\.number) == [1, 2] && attempts.map(\.ended) == [9, nil])
    let old = try second.file.read { (reading) throws(StoreFault) in
      try reading.world(of: attempts[0].id)
    }
    #expect(old.machines.contains { $0.files.contains { $0.name.hasSuffix(#"\a"#) } })
    second.close()
  }

  @Test("a fault that befalls a kept world is kept, with the stranger it sets up")
  func fault() throws {
    let first = try archive()
    let source = "purpose: x\npage: done\n"
    let scenario = try Scenario(name: "done.yaml", source: Array(source.utf8))
    let world = try World(scenario: scenario, now: { WorldTests.now })
    try first.begin(
      world, as: AttemptRow.Origin(scenario, release: .default, clock: nil), why: "fresh", now: 5)
    let strange = try Scenario(
      name: "f.yaml",
      source: Array("purpose: x\nfault:\n- {reissue: cms1a.cer, issuer: other}\n".utf8))
    try world.befall(strange.fault)
    let before = WorldRows(world.contents)
    #expect(before.machines.contains { $0.files.contains { $0.name == "other.cer" } })
    first.close()
    let (next, second) = try takenUp()
    #expect(WorldRows(next.contents) == before)
    second.close()
  }

  @Test("a lab that version 1 kept is taken up")
  func versionOne() throws {
    try folder.write("lab.mmp", bytes: try Fixtures.state.bytes("lab-1.mmp"))
    let (world, archive) = try takenUp()
    let appliance = try #require(world.appliance(named: "cms1a"))
    #expect(
      appliance.files.map(\.name) == [
        "cms1a.key", "cms1a.csr", "cms1a.cer", "cms1a-fullchain.cer",
      ])
    _ = try appliance.pair(privateKey: "cms1a.key", certificate: "cms1a.cer")
    #expect(appliance.hostname == "cms1a" && appliance.settings["nextHostname"] == "cms9")
    #expect(String(decoding: appliance.log, as: UTF8.self).contains("pki csr cms1a CN:cms1."))
    let names = try world.workstation.drive.list(world.workstation.folder).map(\.name)
    #expect(
      names == [
        "cms1a-fullchain.cer", "cms1a.cer", "cms1a.csr", "cms1a.rsp", "cmslab-root-ca.cer", "Old",
      ])
    let window = world.workstation.seat().openWindow()
    let authority = #"-config "cmslab-ad.cms.lab\cms-CMSLAB-AD-CA""#
    let answer = window.type(
      [
        "certreq -retrieve \(authority) 12 again.cer", "certreq -retrieve \(authority) 13 no.cer",
        "ssh admin@cms1a.pod7.cms.lab",
      ], on: TextScreen())
    #expect(answer.contains("Denied by Policy Module"))
    #expect(
      try world.workstation.drive.read(world.workstation.folder.appending("again.cer"))
        == appliance.contents(of: "cms1a.cer"))
    // The host is known.
    #expect(!answer.contains("authenticity"))
    archive.close()
  }
}
