import Appliance
import Console
import Journal
import MMPShell
import TestSupport
import Testing
import Workstation

@testable import Lab
@testable import Store

@Suite("What is still owed to a state file")
struct OwedTests {
  @Test("is written when something next happens after the file can be written again")
  func settled() throws {
    let folder = try TemporaryFolder()
    let archive = Archive(try StateFile("\(folder.path)/lab.mmp", .existingOrNew)) { _ in }
    defer { archive.close() }
    let world = try World(now: { WorldTests.now })
    let origin = AttemptRow.Origin(nil, release: .default, clock: nil)
    try archive.begin(world, as: origin, why: "fresh", now: 5)
    let appliance = try #require(world.appliance(named: "cms1a"))
    let console = appliance.frontDoor.console().session()

    let other = try Database(archive.file.path)
    defer { other.close() }
    func isKept() throws -> Bool {
      try other.rows("SELECT value FROM settings") { $0.text(0) }.contains("late")
    }
    try other.run("BEGIN IMMEDIATE")
    console.type(["hostname late"], on: TextScreen())
    #expect(try !isKept())
    try other.run("COMMIT")
    console.type(["pki list"], on: TextScreen())
    archive.catchUp(within: 60_000)
    #expect(try isKept())
  }
}
