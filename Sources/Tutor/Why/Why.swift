import Appliance
import Console
public import Lab
import Ledger
import Time
import Words
import Workstation

/// Why something went wrong: cause and remedy from the ledger, the facts of the case, and a command
/// to try.
public enum Why {
  /// The lines about the last error of a window, else of its pod, else that there was none.
  ///
  /// - Parameters:
  ///   - host: the machine at which the window is.
  ///   - origins: how files got to the appliances; nil if nobody has looked.
  public static func lines(
    window: LastErrors, pod: PodErrors?, in world: World, at host: String,
    origins: FileOrigins? = nil
  ) -> [String] {
    if let reply = window.openHostKeyReply {
      return ["This window still asks whether the host's key is trusted."]
        + HostKeyWords.facts(reply).map { "Fact: \($0)" }
        + ["Try: \(HostKeyWords.yes(to: reply.asker))"]
    }
    if let incident = window.last {
      return age(of: incident, since: window.commandsSince, at: world.workstation.now())
        + lines(for: incident, in: world, at: host, origins: origins)
    }
    guard let incident = pod?.last else { return ["There was no error yet."] }
    let time = Written.time(incident.time)
    return ["None in this window. The last one of the pod, on \(incident.host) at \(time):"]
      + lines(for: incident, in: world, at: host, origins: origins)
  }

  /// How long ago an error was, where something else was done since.
  private static func age(
    of incident: Incident, since commands: Int, at now: UnixTime
  ) -> [String] {
    guard commands > 0 else { return [] }
    let minutes = max(0, now - incident.time) / 60
    let age = minutes > 0 ? ", \(Written.count(Int(minutes), "minute")) ago" : ""
    return [
      "\(Written.count(commands, "command")) went well since the last error in this window\(age):"
    ]
  }

  /// The lines about an error: what was said, the facts of the case, cause and remedy in general, and
  /// a command that does something useful in that window.
  ///
  /// - Parameters:
  ///   - host: the machine at which somebody asks; nil for the one it happened at.
  ///   - origins: how files got to the appliances; nil if nobody has looked.
  public static func lines(
    for incident: Incident, in world: World, at host: String? = nil, origins: FileOrigins? = nil
  ) -> [String] {
    let scene = Scene(incident, in: world, origins: origins)
    let findings = findings(in: scene)
    var lines = [Written.heading(of: incident)]
    lines += findings.facts.prefix(mostFacts).map { "Fact: \($0)" }
    if let advice = incident.message.advice {
      lines.append("Cause: \(incident.filling(advice.cause))")
      lines.append("Remedy: \(findings.remedy ?? scene.filling(advice.remedy))")
    }
    if let command = trial(among: findings, in: scene) {
      let elsewhere = host.map { $0 != incident.host } ?? false
      lines.append(elsewhere ? "Try on \(incident.host): \(command)" : "Try: \(command)")
    }
    return lines
  }

  /// The one command to try: the first that does more than the one that failed.
  private static func trial(among findings: Findings, in scene: Scene) -> String? {
    if let again = findings.again, isTypable(again) { return again }
    let line = scene.incident.line
    return findings.commands.prefix(12)
      .first { $0 != line && isTypable($0) && scene.serves($0) }
      ?? scene.listing.first
  }

  /// Whether there is nothing in it that a terminal would obey, or that would take a page.
  private static func isTypable(_ command: String) -> Bool {
    command.utf8.count < 1_000 && !command.contains(TypedLine.mask)
      && command.unicodeScalars.allSatisfy(TerminalText.isHarmless)
  }

  private static let mostFacts = 12

  /// What the finders of the message come to, each behind those before it.
  static func findings(in scene: Scene) -> Findings {
    var findings = scene.changes
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
  /// What helps in this case, where the general remedy would be none; nil if that will do.
  var remedy: String?
  /// The same line once more, where it comes out otherwise if a question is answered otherwise.
  var again: String?

  init(
    _ facts: [String] = [], try commands: [String] = [], again: String? = nil,
    remedy: String? = nil
  ) {
    self.facts = facts
    self.remedy = remedy
    self.commands = commands
    self.again = again
  }

  /// These, with others behind them.
  func joined(to more: Findings) -> Findings {
    var all = self
    all += more
    return all
  }

  static func += (findings: inout Findings, more: Findings) {
    findings.facts += more.facts.filter { !findings.facts.contains($0) }
    findings.commands += more.commands
    findings.again = findings.again ?? more.again
    findings.remedy = findings.remedy ?? more.remedy
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
      hostKey, password, match, verify, damage, kind, encrypted, csrName, arguments,
      missingAttribute,
      missingFile, missingLocalFile, folder, host, login, certificateAccount, retrieval, template,
      authority, request, issue, joining, webFile, webAddress, commandName, upload, usual,
    ]
}
