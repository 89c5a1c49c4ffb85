import Appliance
import Console
import Ledger
import Workstation

/// Logging in as PuTTY 0.70's programs do.
struct PuTTYLogin: LoginDialogue {
  /// Where to, as whom and how.
  struct Target {
    /// The host as typed.
    var host: String
    var port = 22
    /// Nil asks `login as: `.
    var user: String?
    /// Given by `-pw`; nil asks.
    var password: String?
    /// `-v`.
    var isVerbose = false
    /// `-batch`: what would be asked fails.
    var asksNothing = false
    /// Said when there is no such host, and when nothing listens there.
    var hostUnknown = LoginMessages.hostUnknown
    var refused = LoginMessages.refused
    /// Said when nothing answers.
    var timedOut = LoginMessages.timedOut
    /// Said when the server has had enough of wrong passwords.
    var disconnected = LoginMessages.disconnected
    /// Said when the server is gone.
    var closed = LoginMessages.serverClosed
  }

  private enum Pending { case hostKey, user, password }

  private let target: Target
  private let seat: Seat
  private var user: String
  private var question = Pending.hostKey
  private var caller: Caller?
  private var parts: [Reply.Part] = []

  init(to target: Target, from seat: Seat) {
    self.target = target
    self.seat = seat
    user = target.user ?? ""
  }

  var prompt: Prompt {
    switch question {
    case .hostKey: Prompt(LoginMessages.hostKeyPrompt, .answer)
    case .user: Prompt(LoginMessages.loginAs, .answer)
    case .password: Prompt(LoginMessages.passwordPrompt, .secret)
    }
  }

  /// At the host key's question only yes and no are told: a block pasted too early has its password
  /// there.
  func told(of line: String) -> TypedLine {
    guard question == .hostKey, !["", "y", "n", "yes", "no"].contains(line.lowercased()) else {
      return TypedLine(line)
    }
    return TypedLine(TypedLine.mask, secrets: [line])
  }

  mutating func start() -> LoginStep {
    switch seat.network.appliance(at: target.host) {
    case .unknownHost:
      say(target.hostUnknown)
      return step(.failed)
    case .refused:
      say(target.refused)
      return step(.fatal)
    case .timedOut:
      say(target.timedOut)
      return step(.fatal)
    case .reached(let appliance):
      guard target.port == 22 else {
        say(target.refused)
        return step(.fatal)
      }
      caller = seat.workstation.caller(at: appliance)
      return verifyHostKey(appliance.hostKey)
    }
  }

  mutating func receive(_ line: String) -> LoginStep {
    switch question {
    case .hostKey:
      guard let first = line.first else { return abandon() }
      // Anything but y goes on once: so does the password of a pasted block.
      if first == "y" || first == "Y" {
        seat.workstation.cacheHostKeys(of: [target.host.lowercased()])
      }
      return identify()
    case .user:
      user = line
      return authenticate()
    case .password: return check(line)
    }
  }

  mutating func endOfInput() -> LoginStep {
    switch question {
    case .hostKey: return abandon()
    case .user: return step(.failed)
    case .password:
      // The program ends the line of a hidden answer itself.
      parts.append(.line(""))
      return step(.failed)
    }
  }

  // MARK: - In order

  private mutating func verifyHostKey(_ key: HostKey) -> LoginStep {
    if target.isVerbose {
      say(
        LoginMessages.verboseConnecting(
          address: target.host, port: "\(target.port)", fingerprint: key.fingerprint))
    }
    let isCached = seat.workstation.cachedHostKeys.contains {
      $0.lowercased() == target.host.lowercased()
    }
    if isCached { return identify() }
    let kind = key.algorithm == "ssh-rsa" ? "rsa2" : key.algorithm
    say(LoginMessages.hostKeyUnknown(kind: kind, fingerprint: key.fingerprint))
    if target.asksNothing { return abandon() }
    say(LoginMessages.hostKeyChoices)
    return ask(.hostKey)
  }

  private mutating func abandon() -> LoginStep {
    say(LoginMessages.abandoned)
    return step(.failed)
  }

  private mutating func identify() -> LoginStep {
    if target.isVerbose { say(LoginMessages.verboseInitialised) }
    guard let user = target.user else { return ask(.user) }
    say(LoginMessages.usingUsername(user: user))
    return authenticate()
  }

  private mutating func authenticate() -> LoginStep {
    guard let password = target.password else { return askPassword() }
    sayAttempting()
    return check(password)
  }

  private mutating func askPassword() -> LoginStep {
    sayAttempting()
    if !target.asksNothing { say(LoginMessages.keyboardInteractive) }
    return ask(.password)
  }

  private mutating func check(_ password: String) -> LoginStep {
    guard let caller else { return step(.failed) }
    switch caller.offer(password: password, of: user) {
    case .admitted(let pass), .obliged(_, let pass):
      if target.isVerbose { say(LoginMessages.verboseGranted) }
      return step(.connected(pass))
    case .refused(isLast: false):
      say(LoginMessages.accessDenied)
      return askPassword()
    case .refused(isLast: true):
      // The server says so instead of asking once more, as a server of OpenSSH's does.
      say(target.disconnected)
      return step(.fatal)
    }
  }

  // MARK: - Saying and asking

  private mutating func sayAttempting() {
    if target.isVerbose { say(LoginMessages.verboseAttempting) }
  }

  private mutating func ask(_ question: Pending) -> LoginStep {
    self.question = question
    return step(target.asksNothing ? .failed : .asking)
  }

  private mutating func say(_ saying: Saying) { parts.append(.saying(saying)) }

  private mutating func step(_ standing: LoginStep.Standing) -> LoginStep {
    defer { parts = [] }
    return LoginStep(parts: parts, standing: standing)
  }
}
