import Appliance
import Console
import Ledger
import Workstation

/// Logging in as OpenSSH's `ssh` does: the host key, where it is not known, then three passwords.
struct OpenSSHLogin: LoginDialogue {
  private enum Pending { case hostKey, hostKeyAgain, password }

  /// Where to.
  let host: String
  /// At which port.
  let port: Int
  /// As whom.
  let user: String
  /// Whether a host that is not known is asked about; otherwise it is taken as it is.
  let asksAboutHostKey: Bool
  /// Who asks.
  let seat: Seat

  private var pending = Pending.password
  private var caller: Caller?

  init(
    host: String, port: Int, user: String, asksAboutHostKey: Bool, from seat: Seat
  ) {
    self.host = host
    self.port = port
    self.user = user
    self.asksAboutHostKey = asksAboutHostKey
    self.seat = seat
  }

  var prompt: Prompt {
    switch pending {
    case .hostKey: Prompt(SSHMessages.hostKeyPrompt, .answer)
    case .hostKeyAgain: Prompt(SSHMessages.hostKeyPromptAgain, .answer)
    case .password: Prompt(LoginMessages.passwordPrompt, .secret)
    }
  }

  /// At the host key's question only yes and no are told: a block pasted too early has its password
  /// there.
  func told(of line: String) -> TypedLine {
    guard pending != .password, !["", "y", "n", "yes", "no"].contains(line.lowercased()) else {
      return TypedLine(line)
    }
    return TypedLine(TypedLine.mask, secrets: [line])
  }

  mutating func start() -> LoginStep {
    switch seat.network.appliance(at: host) {
    case .reached(let appliance) where port == 22: verify(appliance.hostKey)
    case .reached, .refused:
      LoginStep(
        parts: [.saying(SSHMessages.refused(host: host, port: "\(port)"))], standing: .fatal)
    case .unknownHost:
      LoginStep(parts: [.saying(SSHMessages.hostUnknown(host: host))], standing: .fatal)
    case .timedOut:
      LoginStep(
        parts: [.saying(SSHMessages.timedOut(host: host, port: "\(port)"))], standing: .fatal)
    }
  }

  mutating func receive(_ line: String) -> LoginStep {
    // It may have been switched off in the meantime.
    guard case .reached(let appliance) = seat.network.appliance(at: host) else {
      return start()
    }
    guard pending == .password else { return decide(line.lowercased(), about: appliance.hostKey) }
    let caller = caller ?? seat.workstation.caller(at: appliance)
    self.caller = caller
    switch caller.offer(password: line, of: user) {
    // What a new visitor must do first is asked by the console.
    case .admitted(let pass), .obliged(_, let pass): return LoginStep(standing: .connected(pass))
    case .refused(let isLast): return isLast ? denied() : LoginStep(standing: .asking)
    }
  }

  /// The line of the hidden answer ends all the same.
  mutating func endOfInput() -> LoginStep {
    pending == .password ? denied(after: [.line("")]) : abandoned()
  }

  // MARK: - Host key

  private mutating func verify(_ key: HostKey) -> LoginStep {
    guard !seat.workstation.knownHosts.contains(host.lowercased()) else {
      return LoginStep(standing: .asking)
    }
    guard asksAboutHostKey else { return trust(key) }
    pending = .hostKey
    let question = SSHMessages.hostKeyUnknown(
      host: host, address: address, kind: key.kind, fingerprint: key.sha256Fingerprint)
    return LoginStep(parts: [.saying(question)], standing: .asking)
  }

  private mutating func decide(_ answer: String, about key: HostKey) -> LoginStep {
    if answer.hasPrefix("yes") { return trust(key) }
    if answer.isEmpty || answer.hasPrefix("no") { return abandoned() }
    pending = .hostKeyAgain
    return LoginStep(standing: .asking)
  }

  private mutating func trust(_ key: HostKey) -> LoginStep {
    pending = .password
    seat.workstation.know([host.lowercased(), address])
    let hosts = host == address ? host : "\(host),\(address)"
    return LoginStep(
      parts: [.saying(SSHMessages.hostKeyAdded(hosts: hosts.lowercased(), kind: key.kind))],
      standing: .asking)
  }

  private func abandoned() -> LoginStep {
    LoginStep(parts: [.saying(SSHMessages.hostKeyFailed)], standing: .failed)
  }

  private var address: String { seat.network.host(at: host)?.address ?? host }

  private func denied(after parts: [Reply.Part] = []) -> LoginStep {
    LoginStep(
      parts: parts + [.saying(SSHMessages.permissionDenied(user: user, host: host))],
      standing: .failed)
  }
}

extension HostKey {
  /// The kind as OpenSSH shows it, such as `RSA`.
  fileprivate var kind: String {
    let name = algorithm.split(separator: "-")
    return (name.dropFirst().first ?? "rsa").uppercased()
  }
}
