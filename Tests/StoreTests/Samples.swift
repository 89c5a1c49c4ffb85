import Store
import TestSupport

/// A state file in a folder that is gone after the test.
final class Shelf {
  let folder: TemporaryFolder
  var path: String { "\(folder.path)/class.mmp" }

  init() throws { folder = try TemporaryFolder() }

  /// Opens it, and makes it if need be.
  func open(_ opening: StateFile.Opening = .existingOrNew) throws(StoreFault) -> StateFile {
    try StateFile(path, opening)
  }

  /// Why it is not opened; nil if it is.
  func refusal(_ opening: StateFile.Opening = .existingOrNew) -> StoreFault? {
    do throws(StoreFault) {
      _ = try open(opening)
      return nil
    } catch {
      return error
    }
  }
}

extension WorldRows {
  /// A world with something of each kind.
  static let sample = WorldRows(
    machines: [
      Machine(
        name: "cms1a", kind: .appliance,
        files: [
          FileRow(name: "cms1a.key", contents: Array("key".utf8), modified: 7, mode: 0o600),
          FileRow(name: "empty", contents: [], modified: -1),
        ], settings: ["hostname": "cms1a", "": "ä\u{1b}[2J"]),
      Machine(
        name: "pc1", kind: .workstation,
        files: [
          FileRow(name: "Users", contents: nil, modified: 1),
          FileRow(name: "Users\\a", contents: [0, 255], modified: 2),
        ]),
    ],
    accounts: [AccountRow(name: "admin", password: "c1sco123", role: "admin")],
    requests: [
      RequestRow(
        id: 7, template: "WebServer", who: "admin", outcome: "issued", certificate: [48, 3])
    ])
}

extension WorldRows {
  /// The same with things to do, one of them done.
  static let withTasks: WorldRows = {
    var world = sample
    world.tasks = [
      TaskRow(task: "request", title: "Make a request", points: 2),
      TaskRow(task: "chain", title: "Put a chain together", points: 3),
      TaskRow(task: "answer", title: "Have it verified", points: 1),
    ]
    world.passes = [
      PassRow(
        task: "chain", seen: "check check.all.0", hints: 1, cost: 0, tries: 2, first: 4_000,
        last: 4_500),
      PassRow(
        task: "request", hints: 2, cost: 3, tries: 1, first: 4_000, last: 5_000, passed: 5_000,
        event: 2),
    ]
    return world
  }()
}

extension AttemptRow.Origin {
  /// What the sample is made of, with things to do.
  static let withTasks: AttemptRow.Origin = {
    var origin = sample
    origin.tasks = Tasks(name: "page", source: "tasks: []\n")
    return origin
  }()

  /// What the sample is made of.
  static let sample = AttemptRow.Origin(
    scenario: "pod7", world: "purpose: \"nothing\"\n", release: "2.9", clock: nil)
}

extension StateFile {
  /// A live attempt with the sample's world, and its machines.
  @discardableResult
  func beginSample(pod: Int = 7) throws(StoreFault) -> (attempt: AttemptRow, machines: [Int64]) {
    try write { writing throws(StoreFault) in
      let attempt = try writing.begin(.sample, with: .sample, in: pod, why: "fresh", now: 1_000)
      let machines = try writing.reading.machines(of: attempt.id)
      return (attempt, machines.map(\.id))
    }
  }
}

extension StateFile {
  /// Reads, with a body that need not say what it throws.
  func look<Result: Sendable>(_ body: (Reading) throws -> Result) throws -> Result {
    try read { reading throws(StoreFault) in try typed { try body(reading) } }
  }

  /// Writes, with a body that need not say what it throws.
  @discardableResult
  func change<Result: Sendable>(_ body: (Writing) throws -> Result) throws -> Result {
    try write { writing throws(StoreFault) in try typed { try body(writing) } }
  }

  private func typed<Result>(_ body: () throws -> Result) throws(StoreFault) -> Result {
    do { return try body() } catch let fault as StoreFault { throw fault } catch {
      throw .failed(code: 0, "\(error)")
    }
  }
}
