/// Somebody who may log in to an appliance.
public struct Account: Sendable, Equatable {
  /// The user's name; upper and lower case count.
  public let name: String
  /// The password, as typed.
  public let password: String
  /// What the user may do.
  public let role: Role

  /// An account with that name and password.
  public init(name: String, password: String, role: Role = .admin) {
    self.name = name
    self.password = password
    self.role = role
  }
}

extension Account {
  /// The same with another password.
  package func with(password: String) -> Account {
    Account(name: name, password: password, role: role)
  }

  /// The file whose key lets the user in without the password (RECALLED, shell.md 10).
  var keyFileName: String { "\(name).pub" }
}

extension [Account] {
  /// The one of that name and password; nil if there is none.
  ///
  /// How long it takes follows from what was typed and from the number of accounts, and tells
  /// nothing about names or passwords.
  func matching(user: String, password: String) -> Account? {
    let user = [UInt8](user.utf8)
    let password = [UInt8](password.utf8)
    var found: Index?
    for (index, account) in enumerated() {
      // Both are looked at, whatever the first comes to.
      let differences =
        user.differences(from: account.name) | password.differences(from: account.password)
      if differences == 0 { found = index }
    }
    return found.map { self[$0] }
  }
}

extension [UInt8] {
  /// Nonzero if `secret` has other bytes; every byte of this is looked at.
  fileprivate func differences(from secret: String) -> UInt64 {
    var secret = secret
    return secret.withUTF8 { secret in
      var differences = UInt64(truncatingIfNeeded: count ^ secret.count)
      for index in indices {
        differences |= UInt64(self[index] ^ (index < secret.count ? secret[index] : 0))
      }
      return differences
    }
  }
}
