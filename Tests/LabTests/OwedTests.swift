import Appliance
import Console
import Journal
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
    let window = world.workstation.seat().openWindow()
    window.type(["echo x > a"], on: TextScreen())
    archive.catchUp(within: 60_000)

    let other = try Database(archive.file.path)
    defer { other.close() }
    func isKept() throws -> Bool {
      try other.rows("SELECT name FROM files") { $0.text(0) }.contains { $0.hasSuffix(#"\a"#) }
    }
    try other.run("BEGIN IMMEDIATE")
    window.type(["del a"], on: TextScreen())
    #expect(try isKept())
    try other.run("COMMIT")
    window.type(["dir"], on: TextScreen())
    archive.catchUp(within: 60_000)
    #expect(try !isKept())
  }
}
