import Appliance
import Console
import Lab
import MMPShell
import TestSupport
import Testing
import Workstation

@testable import Tutor

/// Somebody who plays a scenario in windows in which the lab speaks.
final class FoundCase {
  let world: World
  let progress: Progress
  private let tutoring: Tutoring
  private let window: Session
  private let screen = TextScreen()

  init(_ name: String) throws {
    let scenario = try #require(Scenario.named(name))
    world = try World(scenario: scenario, now: { ScenarioTaskTests.now })
    let set = try #require(try TaskSet(of: scenario)).filled(for: Trainee(pod: 7))
    progress = Progress(set, in: world)
    tutoring = Tutoring(of: world, progress: progress)
    window = world.workstation.seat().openWindow()
    tutoring.attend(window, restart: .refused(""))
  }

  /// Types a look, each line in a window of its machine, until the lab has heard of it.
  func take(_ look: [FindLook]) throws {
    var windows: [String: Session] = ["pc1": window]
    for look in look {
      if windows[look.host] == nil {
        let appliance = try #require(world.appliance(named: look.host))
        let session = appliance.frontDoor.console().session()
        tutoring.attend(session, restart: .refused(""))
        windows[look.host] = session
      }
      windows[look.host]?.receive(.line(look.line), on: TextScreen())
    }
    settle()
  }

  /// Repairs it as the last hint says.
  ///
  /// - Parameter count: how many of the last commands are left out.
  func repair(dropping count: Int = 0) throws {
    if progress.set.name == "encrypted-key" {
      let session = world.appliance(named: "cms1a")?.frontDoor.console().session()
      session?.type(["pki unlock cms1a.key", "c1sco123"], on: TextScreen())
    } else {
      HintedCommands(in: try #require(progress.set["repair"]), dropping: count).type(in: world)
    }
    settle()
  }

  /// What the lab answers to a line in PC1's window.
  func ask(_ line: String) -> [String] {
    _ = screen.take()
    window.receive(.line(line), on: screen)
    return screen.parts.compactMap { if case .aside(let line) = $0 { line } else { nil } }
  }

  /// Waits until the lab has looked, however busy the machine is.
  func settle() { #expect(progress.catchUp(within: 60_000)) }
}
