import Appliance
import Console
import Journal
import Lab
import TestSupport
import Tutor
import Workstation

/// A window of PC1 in which the lab speaks, in a lab with two small tasks.
final class VoiceCase {
  let world: World
  let progress: Progress?
  let tutoring: Tutoring
  let session: Session
  let screen: TextScreen

  // Made anew each time: the leak checker does not find what a global has of an indirect case.
  static var note: LabTask {
    LabTask(
      id: "note", title: "A note",
      text: "Write `note.txt` on **PC1**:\n\n```\necho hi> note.txt\n```\nas\nalways.",
      check: Check(.file("note.txt", sameAs: nil), on: "pc1"), pass: "The *note* is there.",
      hints: [
        .init("Look at PC1."), .init("With `echo`, for a **point**.", cost: 1),
        .init("```\necho hi> note.txt\n```", cost: 1),
      ], points: 4)
  }
  static var request: LabTask {
    LabTask(
      id: "request", title: "A request", text: "Make `web.csr`.",
      check: Check(.file("web.csr", sameAs: nil)), tell: .nothing)
  }

  init(
    _ tasks: [LabTask] = [note, request], briefing: String? = nil, isUTF8: Bool = false,
    greets: Bool = false, restart: Restart = .refused("Not here.")
  ) throws {
    world = try World(
      scenario: try Scenario(name: "test", source: Array("purpose: x\npage: done\n".utf8)),
      now: { WhyCase.now })
    let set = TaskSet(name: "test", title: "Two tasks", briefing: briefing, tasks: tasks)
    progress = tasks.isEmpty ? nil : Progress(set, in: world)
    tutoring = Tutoring(of: world, progress: progress)
    session = world.workstation.seat().openWindow()
    screen = TextScreen()
    tutoring.attend(session, opening: greets ? tutoring.greeting : [], restart: restart)
  }

  /// Types lines; what the lab says to the last one, in lines.
  @discardableResult
  func type(_ lines: String...) -> [String] {
    for line in lines {
      _ = screen.take()
      session.receive(.line(line), on: screen)
    }
    return said
  }

  /// What the lab says in front of the next prompt, once it has looked at all.
  func remark() -> [String] {
    progress?.catchUp(within: 60_000)
    _ = screen.take()
    session.remark(on: screen)
    return said
  }

  /// What the lab has said since the screen was looked at last.
  private var said: [String] {
    screen.parts.compactMap { if case .aside(let line) = $0 { line } else { nil } }
  }
}
