extension Builtin {
  /// The command window's own commands, in the order of `help`.
  static let all: [Builtin] = [
    cd, cls, copy, del, dir, echo, exit, help, md, more, pause, rd, rem, ren, set, title, type, ver,
  ]

  private static let byName: [String: Builtin] = {
    var table: [String: Builtin] = [:]
    for builtin in all { for name in builtin.names { table[name] = builtin } }
    return table
  }()

  /// The command of that name, given in lower case.
  static func named(_ name: String) -> Builtin? { byName[name] }
}
