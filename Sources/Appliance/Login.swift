/// Who is at an appliance, and from where.
public struct Login: Sendable, Equatable {
  /// Whoever logged in.
  public let account: Account
  /// Where the user sits.
  public let origin: Origin

  /// Where somebody logs in from.
  public enum Origin: Sendable, Equatable {
    /// The machine's own console, which asks nobody who they are.
    case console
    /// A client on the network, by its address and port.
    case network(address: String, port: UInt16)
  }

  /// A login.
  public init(_ account: Account, from origin: Origin) {
    self.account = account
    self.origin = origin
  }

  /// `admin` at the machine's own console.
  public static let console = Login(Account(name: "admin", password: ""), from: .console)
}
