/// The locale of a client's user, as far as the client tells of it.
struct ClientLocale {
  private var values: [String?] = [nil, nil, nil]
  /// What tells of it, what counts most first (POSIX).
  private static let variables = ["LC_ALL", "LC_CTYPE", "LANG"]
  /// The longest name of a locale that is taken, in bytes.
  private static let longest = 64

  /// Takes a variable; whether it is one that is taken.
  mutating func set(_ name: String, to value: String) -> Bool {
    guard let place = Self.variables.firstIndex(of: name), value.utf8.count <= Self.longest else {
      return false
    }
    values[place] = value.isEmpty ? nil : value
    return true
  }

  /// The locale's name; empty if it is not known.
  var name: String { values.lazy.compactMap(\.self).first ?? "" }
}
