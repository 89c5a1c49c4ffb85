/// Somebody who may log in to an appliance.
public struct Account: Sendable, Equatable {
  /// The user's name; upper and lower case count.
  public let name: String
  /// The password, as typed.
  public let password: String

  /// An account with that name and password.
  public init(name: String, password: String) {
    self.name = name
    self.password = password
  }
}
