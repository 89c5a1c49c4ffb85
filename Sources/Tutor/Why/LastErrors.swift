public import Appliance
public import Console
import Journal
public import Lab
import Ledger
import MMPShell
import Time
import Workstation

/// Keeps the last error of one window, with all that is known of how it came about.
public final class LastErrors: SessionTap {
  /// The last error; nil if there was none yet.
  public private(set) var last: Incident?
  /// How many commands were carried out since without one.
  public private(set) var commandsSince = 0

  /// Where somebody is if no mode says so, and PC1's folder; nil without PC1.
  private let (host, start): (String, WindowsPath?)
  private let now: @Sendable () -> UnixTime
  private let passwords: () -> [String]
  /// The appliance of a name; nil for PC1.
  private let appliance: (String) -> Appliance?
  /// The commands of all windows.
  private let commands: () -> Set<String>
  private var line = ""
  private var target: String?
  private var secret: Incident.SecretShape?
  private var hostKeyReply: Incident.HostKeyReply?
  /// What the question about a host key took that is still asked; nil if there is none.
  public private(set) var openHostKeyReply: Incident.HostKeyReply?
  private var folder: WindowsPath?
  /// Whether an error was said since the last line.
  private var isNew = false

  /// Nothing was said yet in a window of that world.
  public init(in world: World) {
    (host, start) = (world.workstation.name, world.workstation.folder)
    now = world.workstation.now
    passwords = { world.appliances.values.flatMap(\.accounts).map(\.password) }
    appliance = { world.appliances[$0] }
    commands = {
      Set(Self.words(of: world.appliances.values.first?.release ?? .default))
        .union(world.workstation.commandNames).union(World.psftpCommands)
    }
  }

  /// Nothing was said yet at the console of an appliance by itself.
  public init(around appliance: Appliance) {
    (host, start) = (appliance.name, nil)
    now = appliance.now
    passwords = { appliance.accounts.map(\.password) }
    self.appliance = { $0 == appliance.name ? appliance : nil }
    commands = { Set(Self.words(of: appliance.release) + World.psftpCommands) }
  }

  /// Takes note of a command; of an answer, only where it does not show, and then of its looks.
  public func session(_ session: Session, takes input: Input, at prompt: Prompt?) {
    isNew = false
    guard case .line(let line) = input, let mode = session.mode else { return }
    switch prompt?.purpose ?? .command {
    case .command:
      let told = mode.told(of: line).text
      guard told.contains(where: { !$0.isWhitespace }) else { return }
      self.line = CommandWords.short(told)
      secret = nil
      folder = Self.folder(of: session) ?? folder
      if last != nil { commandsSince += 1 }
      // Somebody who is connected has answered all questions.
      if !(mode is CommandWindow) { hostKeyReply = nil }
      if let target = ConnectionWords(self.line).target {
        self.target = target
        hostKeyReply = nil
      }
    case .secret: secret = shape(of: line)
    case .answer:
      if let id = prompt?.saying?.id, let asker = Self.hostKeyQuestions[id] {
        hostKeyReply = answer(line).map { Incident.HostKeyReply(answer: $0, asker: asker) }
      }
    case .key: break
    }
  }

  /// Takes note of an error. Where one only points at the line above it, that one counts.
  public func session(_ session: Session, shows part: Part) {
    guard case .saying(let saying) = part, saying.message.advice != nil,
      !(isNew && Self.pointers.contains(saying.id))
    else { return }
    isNew = true
    let presence = session.presence
    var incident = Incident(
      saying.message, values: saying.namedValues, line: line,
      host: presence?.host ?? host, time: now(), folder: folder ?? start, target: target)
    if let appliance = appliance(incident.host) {
      incident.isMarked = true
      for word in CommandWords(incident.line).words.dropFirst().prefix(12) {
        incident.marks[word] = appliance.contents(of: word).map(FileMark.of)
      }
    }
    incident.secret = secret
    incident.hostKeyReply = hostKeyReply
    last = incident
    commandsSince = 0
  }

  /// Takes note of what the window takes now.
  public func session(_ session: Session, answered input: Input, wasInterrupted: Bool) {
    let isAsked = session.prompt.saying.map { Self.hostKeyQuestions[$0.id] != nil } ?? false
    openHostKeyReply = isAsked ? hostKeyReply : nil
    guard isNew, let mode = session.mode else { return }
    if mode is Shell {
      last?.window = .appliance
    } else if mode is CommandWindow {
      last?.window = .commands
    } else if session.prompt.text.hasPrefix("psftp>") {
      last?.window = .psftp
    }
  }

  private static func words(of release: Release) -> [String] {
    Shell.commands(of: release).map { $0.words[0] }
  }

  private static let pointers: Set = ["cmd.error-while-processing", "cmd.variable-error"]

  /// The folder that stands in the prompt of PC1's window.
  private static func folder(of session: Session) -> WindowsPath? {
    for mode in session.modes.reversed() where mode is CommandWindow {
      let shown = mode.prompt.last
      guard shown.hasSuffix(">") else { return nil }
      return WindowsPath.root.resolving(String(shown.dropLast()))
    }
    return nil
  }

  private static let hostKeyQuestions: [String: Incident.HostKeyAsker] = [
    "putty.host-key-prompt": .putty, "ssh.host-key-prompt": .ssh, "ssh.host-key-prompt-again": .ssh,
  ]

  /// What an answer about a host key is; nil for a plain one. A wrong one is not forgotten when ssh
  /// asks once more.
  private func answer(_ line: String) -> Incident.HostKeyAnswer? {
    if ["y", "yes", "n", "no"].contains(line.lowercased()) { return nil }
    if line.isEmpty { return hostKeyReply?.answer ?? .empty }
    if passwords().contains(line) { return .password }
    return hostKeyReply?.answer ?? (isCommand(line) ? .command : .other)
  }

  private func shape(of secret: String) -> Incident.SecretShape? {
    let trimmed = secret.filter { !$0.isWhitespace }
    guard !trimmed.isEmpty else { return .empty }
    let passwords = passwords()
    if passwords.contains(secret) { return nil }
    if passwords.contains(trimmed) { return .blanks }
    if passwords.contains(where: { $0.lowercased() == trimmed.lowercased() }) { return .otherCase }
    return isCommand(secret) || ["y", "yes", "n", "no"].contains(trimmed.lowercased())
      ? .command : nil
  }

  /// Whether a line begins as a command of some window does.
  private func isCommand(_ line: String) -> Bool {
    let first = line.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
    return first.utf8.count < 64 && commands().contains(first.lowercased())
  }
}
