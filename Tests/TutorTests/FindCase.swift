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

/// Somebody who tries a scenario: what is typed on any machine, and what the tasks make of it.
final class FindCase: Sendable {
  let world: World
  private let set: TaskSet
  private let heard: Mutex<SaidSoFar>
  /// The last error on each machine, which :why tells of, and the command that met it.
  private let errors = Mutex<[String: (id: String, line: String)]>([:])
  /// The line that was typed last.
  private let line = Mutex("")
  private static let errorIDs = Set(
    MMPShell.Ledger.lab.entries.filter { $0.kind == "error" }.map(\.id))

  convenience init(_ name: String) throws {
    try self.init(in: try #require(Scenario.named(name)))
  }

  init(in scenario: Scenario) throws {
    world = try World(scenario: scenario, now: { 1_795_424_400 })
    set = try #require(try TaskSet(of: scenario)).filled(for: Trainee(pod: 7))
    heard = Mutex(SaidSoFar(for: set, in: world))
    world.journal.subscribe { [weak self] event in
      self?.heard.withLock { _ = $0.note(event) }
      if case .said(_, let id, _) = event.kind, Self.errorIDs.contains(id) {
        let line = self?.line.withLock { $0 } ?? ""
        self?.errors.withLock { $0[event.host] = (id, line) }
      }
    }
  }

  /// Types lines on a machine; on PC1 a question whether to overwrite is answered with yes. Lines for
  /// the lab are told of as its voice does.
  func type(_ lines: [String], on host: String) {
    let screen = TextScreen()
    let session =
      host == "pc1"
      ? world.workstation.seat().openWindow()
      : world.appliance(named: host)?.frontDoor.console().session()
    for line in lines {
      guard !line.hasPrefix(":") else {
        let error = line == ":why" ? errors.withLock { $0[host] } : nil
        heard.withLock {
          _ = $0.note(Said(host: host, typed: line, of: error?.id, about: error?.line))
        }
        continue
      }
      self.line.withLock { $0 = line }
      session?.receive(.line(line), on: screen)
      if host == "pc1", session?.prompt.purpose == .answer {
        session?.receive(.line("y"), on: screen)
      }
    }
  }

  /// Types a look, a line per machine.
  func take(_ look: [FindLook]) {
    for look in look { type([look.line], on: look.host) }
  }

  /// The hints for the repair.
  var repairHints: [String] { get throws { try #require(set["repair"]).hints.map(\.text) } }

  /// Repairs it as the last hint says.
  func repair() throws {
    guard set.name != "encrypted-key" else {
      return type(["pki unlock cms1a.key", "c1sco123"], on: "cms1a")
    }
    HintedCommands(in: try #require(set["repair"])).type(in: world)
  }

  /// Forgets what was typed and said.
  func forget() { heard.withLock { $0 = SaidSoFar(for: set, in: world) } }

  /// What became of a task.
  func finding(_ id: String) throws -> Finding {
    try #require(set[id]).check.holds(in: Look(at: world, said: heard.withLock { $0.all }))
  }

  /// Whether the cause counts as found.
  var isFound: Bool { get throws { try finding("find").holds } }
}

/// A line that somebody looks with, and where.
struct FindLook: Sendable, CustomStringConvertible {
  let host: String
  let line: String

  init(_ host: String, _ line: String) {
    self.host = host
    self.line = line
  }

  var description: String { "\(host)> \(line)" }
}
