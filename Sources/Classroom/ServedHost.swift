import Console
public import Gateway
import Journal
import LineEditing

/// A machine of a class behind a port, an appliance or PC1: all that its users have to be told.
public struct ServedHost: Sendable {
  /// The pod's number.
  public let pod: Int
  /// Its host name, which each pod has one of.
  public let hostname: String
  /// Its names on the network, the full one first.
  public let names: [String]
  /// The full name, after which its host key is kept.
  public var fullName: String { names.first ?? hostname }
  /// Who may log in.
  public let users: [String]
  /// The one of them that trainees are told to log in as.
  public let user: String
  /// Its port; 0 until its door is open, if the system chooses it.
  public package(set) var port: UInt16
  /// Which one of all it is, from 0.
  public let position: Int
  /// What it proves itself with; clients see its fingerprint.
  public let hostKey: HostKeyPair
  /// What it asks for the password with; nil if it leaves that to clients.
  public let passwordPrompt: String?
  /// The machine itself, made when first asked for.
  public let machine: @Sendable () -> (any ServedMachine)?
  /// Where others see a terminal that opens in it.
  var view: @Sendable (Presence) -> TerminalView? = { _ in nil }
  /// Told of each session that a person at a terminal types at.
  var attend: @Sendable (Session) -> Void = { _ in }
  /// The doors of its pod.
  var doors = DoorGroup()

  /// A loopback address of its own, from 127.0.1.11 on: ten machines in each third part.
  public var ownAddress: String { "127.0.\(1 + position / 10).\(11 + position % 10)" }
}
