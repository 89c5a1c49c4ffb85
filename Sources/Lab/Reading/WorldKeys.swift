// The keys of a scenario's file. docs/worlds.md explains each.

/// The top of a scenario.
enum ScenarioKey: String, CaseIterable {
  case title, purpose, world, page, fault
  case briefing, variables, solve, tell, on, tasks
}

/// `world`.
enum WorldKey: String, CaseIterable {
  case pod, identities, authority, webServer, workstation, accounts, appliances
}

/// Each of `identities`.
enum IdentityKey: String, CaseIterable {
  case cn, san
}

/// `authority`.
enum AuthorityKey: String, CaseIterable {
  case host, name, root, tiers, age, years, template, days, algorithm, minimumKey, templates
  case nextRequest, accounts
}

/// Each of `templates`.
enum TemplateKey: String, CaseIterable {
  case days, algorithm, minimumKey
}

/// `webServer`.
enum WebServerKey: String, CaseIterable {
  case names, address, folder, files
}

/// `workstation`.
enum WorkstationKey: String, CaseIterable {
  case user, folder, address, knowsHosts, files
}

/// Each of `accounts` that is more than a password.
enum AccountKey: String, CaseIterable {
  case password, role
}

/// Each of `appliances`.
enum ApplianceKey: String, CaseIterable {
  case names, files
}

/// Each of the `files` of a place.
enum FileKey: String, CaseIterable {
  case file, key, csr, certificate, response, authority, join, text, pc1
  case with, issuer, from, days, form, lineEnds, between, endsLine, end, password
}

/// Each action of `fault`: one of the words of the first lines, and what belongs to it.
enum FaultKey: String, CaseIterable {
  case reissue, newKey, swapKey, drop, reorder, glue, insert, encrypt, encode
  case removeName, changeName, remove
  case on, only
  case from, days, issuer, part, parts, after, text, password, form, lineEnds, endsLine, name, cn
  case `for`
}

/// All keys there are, for whoever compares the reference of the format with them.
enum WorldKeys {
  /// The keys by the section of docs/worlds.md that explains them.
  static let all: [(section: String, keys: [String])] = [
    ("A scenario", words(ScenarioKey.self)), ("`world`", words(WorldKey.self)),
    ("`world.identities.NAME`", words(IdentityKey.self)),
    ("`world.authority`", words(AuthorityKey.self)),
    ("`world.authority.templates.NAME`", words(TemplateKey.self)),
    ("`world.webServer`", words(WebServerKey.self)),
    ("`world.workstation`", words(WorkstationKey.self)),
    ("`world.accounts.NAME`", words(AccountKey.self)),
    ("`world.appliances.HOST`", words(ApplianceKey.self)), ("A file", words(FileKey.self)),
    ("An action of `fault`", words(FaultKey.self)),
  ]

  private static func words<Key: RawRepresentable<String> & CaseIterable>(
    _ keys: Key.Type
  ) -> [String] {
    keys.allCases.map(\.rawValue)
  }
}
