public import Appliance
public import Console
import Ledger

/// The MMP prompt of one appliance.
public final class Shell: Mode {
  private let appliance: Appliance
  private let login: Login
  private let table: CommandTable

  /// A shell for whoever has logged in, or `admin` at the console.
  public init(on appliance: Appliance, as login: Login = .console) {
    self.appliance = appliance
    self.login = login
    table = .shared(for: appliance.release)
  }

  /// What an appliance asks whoever logs in.
  public static var passwordPrompt: String { MMPMessages.passwordPrompt.text }

  /// `<hostname>> `, the name as set (shell.md 1).
  public var prompt: Prompt { Prompt("\(appliance.hostname)> ") }

  /// Carries out one line. An empty line is answered by the next prompt; the end of input leaves.
  public func receive(_ input: Input, on screen: any Screen) -> Reply {
    switch input {
    case .line(let line): carryOut(line, on: screen)
    case .end: Reply(next: .pop)
    case .interrupt: Reply()
    }
  }

  private func carryOut(_ line: String, on screen: any Screen) -> Reply {
    let words = CommandLineWords(line)
    guard !words.words.isEmpty else { return Reply() }
    // Asked before anybody looks at the arguments.
    let found = table.command(for: words.words)
    let isPermitted = found?.command.roles.contains(role) ?? true
    let audit = AuditLine(command: line, isPermitted: isPermitted)
    if let text = audit.text(of: login, on: appliance) { appliance.appendLog(text) }
    guard isPermitted else { return Reply(MMPMessages.permissionDenied) }
    do throws(Refusal) {
      let (command, arguments) = try table.check(found, in: words)
      return try command.run(
        Call(
          command: command, allCommands: table, role: role, arguments: arguments,
          appliance: appliance, screen: screen))
    } catch {
      return Reply(error.parts)
    }
  }

  private var role: Role { login.account.role }

  /// Completes commands, then file names where a file is wanted.
  public func completion(of line: String) -> String {
    table.open(to: role).completion(of: line, files: appliance.files.map(\.name))
  }
}
