import Appliance
import Console
import Lab
import MMPShell
import Tutor
import Workstation

/// A window of a lab, and what the lab says about the last error in it.
final class WhyCase {
  static let now: Int64 = 1_795_424_400  // 2026-11-23T09:00:00Z

  let world: World
  let session: Session
  let errors: LastErrors
  let origins: FileOrigins
  let host: String
  private let screen = TextScreen()

  /// A console of an appliance, or PC1's window, in a scenario's lab or another one.
  convenience init(
    _ scenario: String? = nil, yaml: String = "page: done", at host: String = "cms1a"
  )
    throws
  {
    let source = Scenario.named(scenario ?? "")
    let plain = try Scenario(name: "test.yaml", source: Array("purpose: x\n\(yaml)\n".utf8))
    self.init(in: try World(scenario: source ?? plain, now: { WhyCase.now }), at: host)
  }

  /// A further window of a lab.
  init(in world: World, at host: String, origins: FileOrigins? = nil) {
    self.origins = origins ?? FileOrigins(of: world)
    self.world = world
    self.host = host
    if let appliance = world.appliances[host] {
      session = appliance.frontDoor.console().session()
    } else {
      session = world.workstation.seat().openWindow()
    }
    errors = LastErrors(in: world)
    session.add(errors)
  }

  /// Types lines and returns what the last one showed.
  @discardableResult
  func type(_ lines: String...) -> String {
    var shown = ""
    for line in lines {
      session.receive(.line(line), on: screen)
      shown = String(decoding: screen.take(), as: UTF8.self)
    }
    return shown
  }

  /// What the lab says now.
  var lines: [String] {
    Why.lines(window: errors, pod: nil, in: world, at: host, origins: origins)
  }

  /// What it says after these lines.
  func why(_ lines: String...) -> String {
    for line in lines { type(line) }
    return self.lines.joined(separator: "\n")
  }

  /// The command it says to try.
  var trial: String? {
    lines.last { $0.hasPrefix("Try: ") }.map { String($0.dropFirst("Try: ".count)) }
  }

  /// The picture of a file.
  func chain(_ name: String, ascii: Bool = true, columns: Int = 80) -> String {
    ChainPicture.lines(of: name, on: host, in: world, ascii: ascii, columns: columns)
      .joined(separator: "\n")
  }
}
