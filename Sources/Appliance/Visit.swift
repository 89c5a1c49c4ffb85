public import Journal
public import PKI
import Synchronization

/// Somebody at a machine: who, from where, in what manner. What they do is done in its name.
///
/// It begins when the front door gives it and ends when nobody has it any more, or ``end()`` says so.
/// The place is a ``Machine``; the class does not say so, as Swift would look for that in all
/// conformances of the program before the first prompt.
public final class MachineVisit<Place: Sendable>: Cuttable {
  /// Whoever was let in.
  public let account: Account
  /// In what manner they are there.
  public let manner: Manner
  /// The machine they are at.
  public let machine: Place
  /// Them, as events name them.
  public let presence: Presence

  private let state = Mutex(VisitState())
  /// Drops what only the visit of that number could have reached.
  private let dropFiles: @Sendable (Int) -> Void

  init(
    _ account: Account, from source: Actor.Source, as manner: Manner, at machine: Place
  ) where Place: Machine {
    self.account = account
    self.manner = manner
    self.machine = machine
    let journal = machine.journal
    let actor = Actor(visit: journal.numberOfVisit(), user: account.name, source: source)
    presence = Presence(journal, host: machine.name, actor: actor)
    dropFiles = { machine.dropWorkingFiles(of: $0) }
  }

  deinit { end() }

  /// Tells that it has begun; by then the machine can end it.
  func begin() { presence.record(.begun(manner)) }

  /// Where they come from.
  public var source: Actor.Source { presence.actor?.source ?? .console }

  /// What they may do.
  public var role: Role { account.role }

  /// Whether the machine has ended it, as a reboot does: nothing can be done in its name any more.
  public var isCut: Bool { state.withLock { $0.isCut } }

  /// What is to happen when the machine ends it, on whatever thread; at once if it has.
  public func whenCut(_ action: @escaping @Sendable () -> Void) {
    let isCut = state.withLock { state in
      state.whenCut = action
      return state.isCut
    }
    if isCut { action() }
  }

  /// They have left.
  public func end() {
    let isFirst = state.withLock { state in
      defer { state.hasEnded = true }
      return !state.hasEnded
    }
    guard isFirst else { return }
    dropLeftFiles()
    presence.record(.ended(manner))
  }

  /// Drops what was uploaded and has no final name, if the visit is over: an upload may come to its
  /// end while the visit does.
  public func dropFilesIfOver() {
    if state.withLock({ $0.hasEnded }) { dropLeftFiles() }
  }

  private func dropLeftFiles() {
    if let visit = presence.actor?.visit { dropFiles(visit) }
  }

  /// The machine ends it.
  public func cut() {
    let action = state.withLock { state in
      state.isCut = true
      return state.whenCut
    }
    end()
    action?()
  }
}

private struct VisitState {
  var hasEnded = false
  var isCut = false
  var whenCut: (@Sendable () -> Void)?
}

extension MachineVisit where Place == Appliance {
  /// The appliance they are at.
  public var appliance: Appliance { machine }

  /// Where their keys come from, in their turn.
  public var keys: any KeySource {
    // Of all that the appliances of a pod share, the journal is what each of them knows.
    let group = ObjectIdentifier(appliance.journal)
    return appliance.keys.serving(Asker(of: group, member: presence.actor?.visit ?? 0))
  }
}

/// Somebody at an appliance.
public typealias Visit = MachineVisit<Appliance>
