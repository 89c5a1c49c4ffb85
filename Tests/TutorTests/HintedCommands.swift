import Appliance
import Console
import Lab
import MMPShell
import TestSupport
import Tutor
import Workstation

/// The commands in a task's last hint: a line each of its code, or what its sentence quotes.
struct HintedCommands {
  private let lines: [String]

  /// - Parameter count: how many of the last are left out.
  init(in task: LabTask, dropping count: Int = 0) {
    let parts = task.hints.last?.text.components(between: "```") ?? []
    let quoted = task.hints.last?.text.components(between: "`") ?? []
    let all =
      parts.isEmpty
      ? quoted.map(String.init)
      : parts.flatMap { $0.split(separator: "\n").map(String.init) }
    lines = all.dropLast(count)
  }

  /// Types them: `pki` on cms1a, all else at PC1's window, where a question whether to overwrite is
  /// answered with yes.
  func type(in world: World) {
    let screen = TextScreen()
    let window = world.workstation.seat().openWindow()
    window.start(on: screen)
    for line in lines {
      if line.hasPrefix("pki ") {
        world.appliance(named: "cms1a")?.frontDoor.console().session(carryingOut: [line])
          .start(on: screen)
        continue
      }
      window.receive(.line(line), on: screen)
      if window.prompt.purpose == .answer { window.receive(.line("y"), on: screen) }
    }
  }
}

extension String {
  /// What stands between each two of those signs.
  fileprivate func components(between sign: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let start = rest.firstRange(of: sign) {
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: sign) else { break }
      parts.append(rest[..<end.lowerBound])
      rest = rest[end.upperBound...]
    }
    return parts
  }
}
