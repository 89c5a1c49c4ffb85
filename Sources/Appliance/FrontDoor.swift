public import Journal
public import PKI
import Synchronization

/// The one way into an appliance: its own console asks nobody who they are, everybody else proves it
/// with a password or a key. All rules of admission stand here; those for callers hold at every
/// ``Machine``.
public struct FrontDoor: Sendable {
  /// How many wrong passwords somebody may give (rule.ssh-tries).
  public static let passwordTries = 3
  /// How many unknown keys; an agent may offer a handful.
  public static let keyTries = 20
  /// How long the answer to a wrong password is held back, in milliseconds, where that is felt.
  public static let delay = 500

  private let appliance: Appliance

  init(of appliance: Appliance) { self.appliance = appliance }

  /// Whoever sits at the machine's own console, as `admin`.
  public func console() -> Visit {
    let visit = Visit(
      Account(name: "admin", password: ""), from: .console, as: .console, at: appliance)
    visit.begin()
    return visit
  }

  /// Somebody on the network who knocks.
  public func caller(from source: Actor.Source) -> Caller { appliance.caller(from: source) }
}

/// What the front door says to whoever gave a password or key.
public enum MachineAdmission<Place: Machine>: Sendable {
  /// Come in.
  case admitted(MachinePass<Place>)
  /// Come in, but first do something, such as change the password.
  case obliged(Duty, MachinePass<Place>)
  /// No. Nobody is told why; `isLast` says that there is no further try.
  case refused(isLast: Bool)
}

/// What must be done before anything else. No account has any yet.
public enum Duty: Sendable {
  /// A new password must be chosen.
  case changePassword
}

/// Somebody who was let in and has not begun to do anything.
public struct MachinePass<Place: Machine>: Sendable {
  /// Whoever was let in.
  public let account: Account
  /// Where they come from.
  public let source: Actor.Source
  /// Where they were let in.
  public let machine: Place

  /// A pass without a proof: for the front door, and for tests and fuzzers.
  package init(account: Account, source: Actor.Source, machine: Place) {
    self.account = account
    self.source = source
    self.machine = machine
  }

  /// Begins a visit; one pass may be good for several, as one connection is for several channels.
  public func visit(_ manner: Manner) -> MachineVisit<Place> {
    let visit = MachineVisit(account, from: source, as: manner, at: machine)
    // The other way round, a reboot in between would pass it by.
    machine.admit(visit)
    visit.begin()
    return visit
  }
}

/// Somebody at the front door, with the tries they have had. It belongs to one thread.
public final class MachineCaller<Place: Machine> {
  private let machine: Place
  private let source: Actor.Source
  private var wrongPasswords = 0
  private var unknownKeys = 0

  init(at machine: Place, from source: Actor.Source) {
    self.machine = machine
    self.source = source
  }

  /// Tries a password. How long it takes tells nothing about names or passwords.
  public func offer(password: String, of user: String) -> MachineAdmission<Place> {
    let account = machine.accounts.matching(user: user, password: password)
    if let account, account.role.mayLogIn { return .admitted(pass(account)) }
    wrongPasswords += 1
    tell(account == nil ? .password : .role, of: user)
    return .refused(isLast: wrongPasswords >= FrontDoor.passwordTries)
  }

  /// Tries a password that cannot be one, such as one that a client library has cut.
  public func offerNothing(of user: String) -> MachineAdmission<Place> {
    wrongPasswords += 1
    tell(.password, of: user)
    return .refused(isLast: wrongPasswords >= FrontDoor.passwordTries)
  }

  /// Tries a key: the one in `<user>.pub` lets that user in (RECALLED, shell.md 10).
  ///
  /// - Parameter isTheOne: whether the key on the machine is the one that is offered.
  public func offerKey(of user: String, isTheOne: (SSHPublicKey) -> Bool) -> MachineAdmission<Place>
  {
    let account = machine.account(named: user)
    if let account, let key = machine.authorizedKey(of: user), isTheOne(key) {
      if account.role.mayLogIn { return .admitted(pass(account)) }
      tell(.role, of: user)
    } else {
      // An agent offers every key it has; only the last is news.
      if unknownKeys + 1 >= FrontDoor.keyTries { tell(.key, of: user) }
    }
    unknownKeys += 1
    return .refused(isLast: unknownKeys >= FrontDoor.keyTries)
  }

  /// There is no room for somebody who was let in.
  public func turnAway(_ user: String) { tell(.full, of: user) }

  private func pass(_ account: Account) -> MachinePass<Place> {
    MachinePass(account: account, source: source, machine: machine)
  }

  private func tell(_ refusal: Event.RefusalReason, of user: String) {
    machine.journal.record(
      .refused(refusal), at: machine.name, by: Actor(visit: nil, user: user, source: source))
  }
}

extension Appliance {
  /// The way in.
  public var frontDoor: FrontDoor { FrontDoor(of: self) }
}

extension Machine {
  /// Somebody on the network who knocks.
  public func caller(from source: Actor.Source) -> MachineCaller<Self> {
    MachineCaller(at: self, from: source)
  }
}

/// Somebody who was let in to an appliance.
public typealias Pass = MachinePass<Appliance>
/// Somebody at an appliance's front door.
public typealias Caller = MachineCaller<Appliance>
/// What an appliance's front door says.
public typealias Admission = MachineAdmission<Appliance>
