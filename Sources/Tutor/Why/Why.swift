import Appliance
public import Lab
import Ledger
import Time
import Words

/// Why something went wrong: cause and remedy from the ledger, the facts of the case, and a command
/// to try.
public enum Why {
  /// The lines about the last error of a window, else of its pod, else that there was none.
  ///
  /// - Parameter host: the machine at which the window is.
  public static func lines(
    window: LastErrors, pod: PodErrors?, in world: World, at host: String
  ) -> [String] {
    if let incident = window.last { return lines(for: incident, in: world, at: host) }
    guard let incident = pod?.last else { return ["There was no error yet."] }
    let time = Written.time(incident.time)
    return ["None in this window. The last one of the pod, on \(incident.host) at \(time):"]
      + lines(for: incident, in: world, at: host)
  }

  /// The lines about an error: what was said, cause, remedy, facts, and a command that does something
  /// useful in that window.
  ///
  /// - Parameter host: the machine at which somebody asks; nil for the one it happened at.
  public static func lines(
    for incident: Incident, in world: World, at host: String? = nil
  ) -> [String] {
    let scene = Scene(incident, in: world)
    let findings = findings(in: scene)
    var lines = [Written.heading(of: incident)]
    if let advice = incident.message.advice {
      lines.append("Cause: \(incident.filling(advice.cause))")
      lines.append("Remedy: \(scene.filling(advice.remedy))")
    }
    lines += findings.facts.prefix(mostFacts).map { "Fact: \($0)" }
    if let command = findings.commands.first(where: { $0 != incident.line }) ?? scene.listing.first
    {
      let elsewhere = host.map { $0 != incident.host } ?? false
      lines.append(elsewhere ? "Try on \(incident.host): \(command)" : "Try: \(command)")
    }
    return lines
  }

  private static let mostFacts = 12

  /// What the finders of the message come to, each behind those before it.
  static func findings(in scene: Scene) -> Findings {
    var findings = Findings()
    let id = scene.incident.message.id
    for finder in FactFinder.all where finder.ids.contains(id) {
      findings += finder.find(scene)
    }
    return findings
  }
}

/// What was found out about an error.
struct Findings {
  /// Sentences.
  var facts: [String] = []
  /// Commands to try, the best first.
  var commands: [String] = []

  init(_ facts: [String] = [], try commands: [String] = []) {
    self.facts = facts
    self.commands = commands
  }

  static func += (findings: inout Findings, more: Findings) {
    findings.facts += more.facts.filter { !findings.facts.contains($0) }
    findings.commands += more.commands
  }
}

/// Somebody who knows about some messages.
struct FactFinder: Sendable {
  /// The messages' names.
  var ids: Set<String>
  /// Looks.
  let find: @Sendable (Scene) -> Findings

  init(_ ids: String..., find: @escaping @Sendable (Scene) -> Findings) {
    self.ids = Set(ids)
    self.find = find
  }

  /// All, in the order in which what they find is told.
  static let all: [FactFinder] =
    [
      match, verify, damage, kind, encrypted, csrName, arguments, missingAttribute, missingFile,
      missingLocalFile, host, login, certificateAccount, template, authority, request, issue,
      webFile, webAddress, commandName, upload, usual,
    ]
}
