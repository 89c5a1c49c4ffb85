public import Appliance
public import Console
import Ledger

/// The MMP prompt of one appliance.
public final class Shell: Mode {
  private let visit: Visit
  /// Looked for with the first line: a console is often opened for none.
  private lazy var table = CommandTable.shared(for: visit.appliance.release)

  /// A shell for somebody who was let in.
  public init(for visit: Visit) { self.visit = visit }

  /// What an appliance asks whoever logs in.
  public static var passwordPrompt: String { MMPMessages.passwordPrompt.text }

  /// Whose it is.
  public var owner: (any Sendable)? { visit.presence }

  private var appliance: Appliance { visit.appliance }

  /// `<hostname>> `, the name as set (shell.md 1).
  public var prompt: Prompt { Prompt("\(appliance.hostname)> ") }

  /// Carries out one line. An empty line is answered by the next prompt; the end of input leaves.
  public func receive(_ input: Input, on screen: any Screen) -> Reply {
    guard !visit.isCut else { return Reply(next: .pop) }
    switch input {
    case .line(let line): return carryOut(line, on: screen)
    case .end: return Reply(next: .pop)
    case .interrupt: return Reply()
    }
  }

  private func carryOut(_ line: String, on screen: any Screen) -> Reply {
    let words = CommandLineWords(line)
    guard !words.words.isEmpty else { return Reply() }
    // Asked before anybody looks at the arguments.
    let found = table.command(for: words.words)
    guard found?.command.roles.contains(visit.role) ?? true else {
      return Reply(MMPMessages.permissionDenied)
    }
    do throws(Refusal) {
      let (command, arguments) = try table.check(found, in: words)
      return try command.run(
        Call(
          command: command, allCommands: table, arguments: arguments, visit: visit,
          screen: screen))
    } catch {
      return Reply(error.parts)
    }
  }

  /// Completes commands, then file names where a file is wanted.
  public func completion(of line: String) -> String {
    table.open(to: visit.role).completion(of: line, files: appliance.files.map(\.name))
  }

  /// The line with its secrets masked, and whether the visitor's role has the command.
  public func told(of line: String) -> TypedLine {
    table.told(of: line, by: visit.role)
  }
}

extension Shell {
  /// Whether a line is a command that has an answer and changes nothing, whoever types it: it neither
  /// asks nor ends the session.
  public static func onlyReads(_ line: String) -> Bool {
    let words = CommandLineWords(line).words
    guard let (command, arguments) = latest.command(for: words) else { return false }
    return command.hasAnswerOnly || command.readsWithoutArguments && arguments.isEmpty
  }

  /// The commands that do no more than read, in order.
  public static var readingCommands: [String] {
    latest.commands.filter { $0.hasAnswerOnly || $0.readsWithoutArguments }
      .map { $0.words.joined(separator: " ") }
  }

  private static var latest: CommandTable {
    .shared(for: Release.known.map(\.upperBound).max() ?? .default)
  }
}

extension Command {
  fileprivate var hasAnswerOnly: Bool { onlyReads && words != Command.exit.words }

  /// With a name it sets it.
  fileprivate var readsWithoutArguments: Bool { words == Command.hostname.words }
}

extension Visit {
  /// A session at the appliance's prompt; with `lines` it carries these out and is over. Its journal
  /// hears it.
  public func session(carryingOut lines: [String]? = nil) -> Session {
    let session = Session(Shell(for: self), lines: lines)
    session.add(SessionJournal())
    return session
  }
}
