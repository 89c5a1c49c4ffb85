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
