import Appliance
import Console
import MMPShell

/// An SSH client while it runs: a login, then the appliance's console, or one command of it.
final class RemoteConsole: Mode {
  /// What differs between clients.
  struct Manner {
    /// What `%errorlevel%` is after a login that came to nothing.
    var failure = 1
    /// Said when the console was left.
    var closed: String?
  }

  private var login: any LoginDialogue
  private let command: String?
  private let manner: Manner
  private let workstation: Workstation
  private var console: Session?

  /// A client that logs in and carries out `command`, or what is typed if there is none.
  init(
    _ login: any LoginDialogue, command: String?, manner: Manner = Manner(),
    on workstation: Workstation
  ) {
    self.login = login
    self.command = command
    self.manner = manner
    self.workstation = workstation
  }

  /// What is shown at the start; the client stays if there is something to ask or to type.
  func start(on screen: any Screen) -> Reply {
    let reply = follow(login.start(), on: screen)
    if case .pop = reply.next { return Reply(reply.text) }
    return Reply(reply.text, next: .push(self))
  }

  // MARK: - Mode

  var prompt: String { console?.prompt ?? login.prompt }
  var echoesInput: Bool { console?.mode?.echoesInput ?? login.echoesInput }
  var keepsHistory: Bool { console?.mode?.keepsHistory ?? false }

  func receive(_ line: String, on screen: any Screen) -> Reply {
    guard let console else { return follow(login.receive(line), on: screen) }
    console.receive(line, on: screen)
    return staying(in: console)
  }

  func completion(of line: String) -> String { console?.mode?.completion(of: line) ?? "" }

  /// The console has no screen to answer on here: what it says at the end of input is nothing.
  func endOfInput() -> Reply {
    guard let console else { return follow(login.endOfInput(), on: TextScreen()) }
    let screen = TextScreen()
    console.endInput(on: screen)
    let reply = staying(in: console)
    return Reply(screen.take() + reply.text, next: reply.next)
  }

  /// Ctrl-C goes to the appliance; before that it kills the client.
  func interrupt() -> Reply {
    guard let console else {
      // STATUS_CONTROL_C_EXIT, RECALLED.
      workstation.errorLevel = -1_073_741_510
      return Reply(next: .pop)
    }
    let screen = TextScreen()
    console.interrupt(on: screen)
    let reply = staying(in: console)
    return Reply(screen.take() + reply.text, next: reply.next)
  }

  // MARK: -

  private func follow(_ step: LoginStep, on screen: any Screen) -> Reply {
    let text = Array(step.text.utf8)
    switch step.outcome {
    case .asking: return Reply(text)
    case .failed, .fatal:
      workstation.errorLevel = manner.failure
      return Reply(text, next: .pop)
    case .connected(let appliance, let login):
      let console = Session(Shell(on: appliance, as: login))
      guard let command else {
        self.console = console
        return Reply(text)
      }
      if !text.isEmpty { screen.show(text) }
      console.receive(command, on: screen)
      workstation.errorLevel = 0
      return Reply(next: .pop)
    }
  }

  private func staying(in console: Session) -> Reply {
    guard console.hasEnded else { return Reply() }
    workstation.errorLevel = 0
    return Reply(Array((manner.closed ?? "").utf8), next: .pop)
  }
}
