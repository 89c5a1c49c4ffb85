import Ledger

extension Builtin {
  /// The list of commands, or the line of one.
  static let help = Builtin("help", summary: "Lists commands.") { call in
    guard let name = Words(call.rest).names.first else {
      var output = Output(CmdMessages.helpHint)
      for builtin in all { output.add(helpText(of: builtin)) }
      return Effect(output, status: 1)
    }
    guard let builtin = named(name.lowercased()) else {
      return Effect(Output(CmdMessages.helpUnknown(name: name)), status: 1)
    }
    return Effect(helpText(of: builtin), status: 1)
  }

  /// Its line in `help`, which `/?` shows too.
  static func helpText(of builtin: Builtin) -> Output {
    var output = Output()
    for name in builtin.names {
      let padding = String(repeating: " ", count: max(1, 15 - name.count))
      output.add(
        CmdMessages.helpEntry(command: name.uppercased() + padding, summary: builtin.summary))
    }
    return output
  }
}
