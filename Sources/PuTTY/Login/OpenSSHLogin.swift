import Appliance
import Console
import Ledger
import Workstation

/// Logging in as OpenSSH's `ssh` does: three passwords, then no more. The host key is taken as
/// known.
struct OpenSSHLogin: LoginDialogue {
  /// Where to.
  let host: String
  /// At which port.
  let port: Int
  /// As whom.
  let user: String
  /// Where from.
  let workstation: Workstation

  private var caller: Caller?

  init(host: String, port: Int, user: String, from workstation: Workstation) {
    self.host = host
    self.port = port
    self.user = user
    self.workstation = workstation
  }

  var prompt: Prompt { Prompt(LoginMessages.passwordPrompt, .secret) }

  mutating func start() -> LoginStep {
    switch workstation.network.appliance(at: host) {
    case .reached where port == 22: LoginStep(standing: .asking)
    case .reached, .refused:
      LoginStep(
        parts: [.saying(SSHMessages.refused(host: host, port: "\(port)"))], standing: .fatal)
    case .unknownHost:
      LoginStep(parts: [.saying(SSHMessages.hostUnknown(host: host))], standing: .fatal)
    }
  }

  mutating func receive(_ line: String) -> LoginStep {
    // It may have been switched off in the meantime.
    guard case .reached(let appliance) = workstation.network.appliance(at: host) else {
      return start()
    }
    let caller = caller ?? workstation.caller(at: appliance)
    self.caller = caller
    switch caller.offer(password: line, of: user) {
    // What a new visitor must do first is asked by the console.
    case .admitted(let pass), .obliged(_, let pass): return LoginStep(standing: .connected(pass))
    case .refused(let isLast): return isLast ? denied() : LoginStep(standing: .asking)
    }
  }

  /// The line of the hidden answer ends all the same.
  mutating func endOfInput() -> LoginStep { denied(after: [.line("")]) }

  private func denied(after parts: [Reply.Part] = []) -> LoginStep {
    LoginStep(
      parts: parts + [.saying(SSHMessages.permissionDenied(user: user, host: host))],
      standing: .failed)
  }
}
