import Appliance
import Console
import Journal
import Lab
import MMPShell
import Synchronization
import TestSupport
import Testing
import Workstation

@testable import Tutor

/// The tasks of the lab page, in labs where somebody has done the wrong thing.
@Suite("The tasks of the page")
struct CertificateTaskTests {
  static let now: Int64 = 1_795_424_400
  /// The lab of the page at its end, with those faults.
  static func lab(_ fault: String = "[]", pod: Int = 7) throws -> World {
    let yaml = "purpose: x\npage: done\nfault: \(fault)\n"
    return try World(
      scenario: Scenario(name: "x", source: Array(yaml.utf8)), pod: pod, now: { now })
  }

  static func set(pod: Int = 7) throws -> TaskSet {
    try #require(TaskSet.named("certificates")).filled(for: Trainee(pod: pod))
  }

  /// What the last tasks want to be asked.
  static let questions = [
    "pki verify cms1a.cer cmslab-root-ca.cer", "pki match cms1a.key cms1a.cer",
  ]

  /// The ids of tasks that are not done, once the servers were asked whether all fits.
  static func open(
    in world: World, asking: Bool = true, pod: Int = 7
  ) throws -> Set<String> {
    let set = try set(pod: pod)
    let heard = Mutex(SaidSoFar(for: set, in: world))
    world.journal.subscribe { event in heard.withLock { _ = $0.note(event) } }
    if asking {
      world.appliance(named: "cms1a")?.frontDoor.console()
        .session(carryingOut: questions).start(on: TextScreen())
    }
    let look = Look(at: world, said: heard.withLock { $0.all })
    return Set(set.tasks.filter { !$0.check.holds(in: look).holds }.map(\.id))
  }

  @Test("they have three hints each, of which the last costs, and words of their own")
  func form() throws {
    let set = try Self.set()
    #expect((12...20).contains(set.tasks.count))
    for task in set.tasks {
      #expect(task.hints.count == 3 && task.hints.dropLast().allSatisfy { $0.cost == 0 })
      #expect(task.hints.last?.cost == 1 && task.fail != nil || task.check.fail != nil)
      #expect(task.title != task.id)
    }
  }

  @Test(
    "in a lab where nothing was done all are open, in one where all was done none",
    arguments: [7, 3])
  func ends(pod: Int) throws {
    let all = Set(try Self.set(pod: pod).tasks.map(\.id))
    #expect(try Self.open(in: World(pod: pod, now: { Self.now }), asking: false, pod: pod) == all)
    #expect(try Self.open(in: Self.lab(pod: pod), pod: pod) == [])
    // What was said counts beside what is there.
    #expect(try Self.open(in: Self.lab(), asking: false) == ["verify", "match"])
    #expect(try Self.open(in: Self.lab(pod: 3), pod: 7).contains("csr-cms1a"))
  }

  @Test("the commands of the last hints do the page, typed as they stand", arguments: [7, 3])
  func commands(pod: Int) throws {
    let world = try World(pod: pod, now: { Self.now })
    let heard = Mutex(SaidSoFar(for: try Self.set(pod: pod), in: world))
    world.journal.subscribe { event in heard.withLock { _ = $0.note(event) } }
    for task in try Self.set(pod: pod).tasks {
      HintedCommands(in: task).type(in: world)
      let finding = task.check.holds(in: Look(at: world, said: heard.withLock { $0.all }))
      #expect(finding.holds, "\(task.id): \(finding.fact)")
    }
  }

  @Test("files that are left over fail nothing")
  func leftovers() throws {
    let world = try Self.lab()
    let console = try #require(world.appliance(named: "cms1a")).frontDoor.console()
    console.session(carryingOut: ["pki csr cms1b CN:a.b", "pki selfsigned cms1c"])
      .start(on: TextScreen())
    let window = world.workstation.seat().openWindow()
    let screen = TextScreen()
    window.start(on: screen)
    for line in ["echo x> cms1d.cer", "copy cms1b.cer + cms1a.cer old.cer", "mkdir cms1"] {
      window.receive(.line(line), on: screen)
    }
    #expect(try Self.open(in: world) == [])
  }
}
