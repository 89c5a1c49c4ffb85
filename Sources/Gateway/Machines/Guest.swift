import Appliance
import Journal
import PKI
import SFTP

/// Somebody at a door, whatever machine is behind it.
struct DoorCaller {
  /// Tries a password of a user.
  let offerPassword: (_ password: String, _ user: String) -> Answer
  /// Tries for a user what cannot be a password.
  let offerNothing: (_ user: String) -> Answer
  /// Tries a user's key, which the second argument compares.
  let offerKey: (_ user: String, (SSHPublicKey) -> Bool) -> Answer
  /// There is no room for a user who was let in.
  let turnAway: (_ user: String) -> Void

  /// What is said to them.
  enum Answer {
    case admitted(Guest)
    case refused(isLast: Bool)
  }

  /// Somebody who knocks at a machine.
  init(at machine: some ServedMachine, from source: Actor.Source) {
    let caller = machine.caller(from: source)
    offerPassword = { Answer(caller.offer(password: $0, of: $1)) }
    offerNothing = { Answer(caller.offerNothing(of: $0)) }
    offerKey = { Answer(caller.offerKey(of: $0, isTheOne: $1)) }
    turnAway = { caller.turnAway($0) }
  }
}

extension DoorCaller.Answer {
  fileprivate init<Place: ServedMachine>(_ admission: MachineAdmission<Place>) {
    switch admission {
    // What must be done first is asked by the console, once there is anything.
    case .admitted(let pass), .obliged(_, let pass): self = .admitted(Guest(pass))
    case .refused(let isLast): self = .refused(isLast: isLast)
    }
  }
}

/// Somebody who was let in, whatever machine it is.
struct Guest: Sendable {
  /// Who it is.
  let account: Account
  /// Begins a visit; a guest may have several, as one connection has several channels.
  let visit: @Sendable (Manner) -> any GuestVisit

  fileprivate init(_ pass: MachinePass<some ServedMachine>) {
    account = pass.account
    visit = { pass.visit($0) }
  }
}

/// A visit, whatever machine it is at.
protocol GuestVisit: AnyObject, Sendable {
  var presence: Presence { get }

  func whenCut(_ action: @escaping @Sendable () -> Void)

  func end()

  /// See ``ServedMachine/console(for:carryingOut:)``.
  func console(carryingOut lines: [String]?) -> GuestConsole

  /// See ``ServedMachine/files(for:hasMemory:)``.
  func files(hasMemory: @escaping @Sendable () -> Bool) -> any ServedFiles
}

extension MachineVisit: GuestVisit where Place: ServedMachine {
  func console(carryingOut lines: [String]?) -> GuestConsole {
    machine.console(for: self, carryingOut: lines)
  }

  func files(hasMemory: @escaping @Sendable () -> Bool) -> any ServedFiles {
    machine.files(for: self, hasMemory: hasMemory)
  }
}
