public import Journal
public import PKI

/// A machine that people log in to over the network. The rules of admission and of visits are the
/// same for all; what it has for its visitors is its own.
public protocol Machine: AnyObject, Sendable {
  /// What its world calls it.
  var name: String { get }
  /// Who hears of what happens at it.
  var journal: Journal { get }
  /// Who may log in.
  var accounts: [Account] { get }

  /// The key a user may log in with instead of the password; nil if there is none.
  func authorizedKey(of user: String) -> SSHPublicKey?

  /// Takes note of a visit over the network, which it may end from then on.
  func admit(_ visit: any Cuttable)

  /// Drops what only a visit that is over could have reached.
  func dropWorkingFiles(of visit: Int)
}

extension Machine {
  /// Somebody on the network who knocks.
  public func caller(from source: Actor.Source) -> MachineCaller<Self> {
    MachineCaller(at: self, from: source)
  }

  /// None, unless it says otherwise.
  public func authorizedKey(of user: String) -> SSHPublicKey? { nil }

  /// Nothing, unless it says otherwise.
  public func dropWorkingFiles(of visit: Int) {}

  /// The account of that name; nil if there is none.
  func account(named user: String) -> Account? {
    accounts.first { $0.name.utf8.elementsEqual(user.utf8) }
  }
}

extension Appliance: Machine {}

/// Somebody at an appliance.
public typealias Visit = MachineVisit<Appliance>
/// Somebody who was let in to an appliance.
public typealias Pass = MachinePass<Appliance>
/// Somebody at an appliance's front door.
public typealias Caller = MachineCaller<Appliance>
/// What an appliance's front door says.
public typealias Admission = MachineAdmission<Appliance>
