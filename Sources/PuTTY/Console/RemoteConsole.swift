import Appliance
import Console
import Journal
import Ledger
import MMPShell
import Workstation

/// An SSH client until it has logged in; then the appliance's console takes its place, or one
/// command of it.
final class RemoteConsole: Mode {
  /// What differs between clients.
  struct Client {
    /// What `%errorlevel%` is after a login that came to nothing.
    var failure = 1
    /// Said when the console was left.
    var closed: Saying?
    /// Said when the appliance has ended the visit.
    var cut: Saying?
  }

  private var login: any LoginDialogue
  private let command: String?
  private let client: Client
  private let seat: Seat

  /// A client that logs in and carries out `command`, or what is typed if there is none.
  init(
    _ login: any LoginDialogue, command: String?, client: Client = Client(),
    on seat: Seat
  ) {
    self.login = login
    self.command = command
    self.client = client
    self.seat = seat
  }

  /// What is shown at the start; the client stays if there is something to ask or to type.
  func start() -> Reply {
    let step = login.start()
    switch step.standing {
    case .asking: return Reply(step.parts, next: .push(self))
    case .failed, .fatal: return Reply(failed(step).parts)
    case .connected(let pass):
      let (shell, lines, then) = console(for: pass)
      return Reply(step.parts, next: .push(shell, lines: lines, then: then))
    }
  }

  // MARK: - Mode

  var prompt: Prompt { login.prompt }

  /// What others may hear of an answer.
  func told(of line: String) -> TypedLine { login.told(of: line) }

  /// Ctrl-C kills a client that has not logged in.
  func receive(_ input: Input, on screen: any Screen) -> Reply {
    switch input {
    case .line(let line): return follow(login.receive(line))
    case .end: return follow(login.endOfInput())
    case .interrupt:
      // STATUS_CONTROL_C_EXIT, RECALLED.
      seat.errorLevel = -1_073_741_510
      return Reply(next: .pop)
    }
  }

  // MARK: -

  private func follow(_ step: LoginStep) -> Reply {
    switch step.standing {
    case .asking: return Reply(step.parts)
    case .failed, .fatal: return failed(step)
    case .connected(let pass):
      let (shell, lines, then) = console(for: pass)
      return Reply(step.parts, next: .replace(shell, lines: lines, then: then))
    }
  }

  private func failed(_ step: LoginStep) -> Reply {
    seat.errorLevel = client.failure
    return Reply(step.parts, next: .pop)
  }

  private func console(
    for pass: Pass
  ) -> (shell: Shell, lines: [String]?, then: Reply.Continuation) {
    let visit = pass.visit(command == nil ? .terminal : .exec)
    let closed = command == nil ? client.closed : nil
    return (
      Shell(for: visit), command.map { [$0] },
      { [seat, client] _ in
        visit.end()
        seat.errorLevel = visit.isCut ? client.failure : 0
        let cut = visit.isCut ? client.cut : nil
        return Reply([cut, closed].compactMap { $0 }.map(Reply.Part.saying))
      }
    )
  }
}
