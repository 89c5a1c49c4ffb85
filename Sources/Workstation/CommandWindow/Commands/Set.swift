import Ledger

extension Builtin {
  /// `set`, `set prefix`, `set name=value`, `set "name=value"`; no arithmetic.
  static let set = Builtin("set", summary: "Displays or sets environment variables.") {
    (call) throws(Complaint) in
    var typed = call.rest.drop { " \t,;=".contains($0) }
    if typed.first == "\"", let last = typed.lastIndex(of: "\"") {
      typed = last > typed.startIndex ? typed[..<last].dropFirst() : typed.dropFirst()
    }
    if let sign = typed.firstIndex(of: "=") {
      let name = String(typed[..<sign])
      let value = String(typed[typed.index(after: sign)...])
      guard call.window.variables.set(name, to: value) else {
        throw Complaint(CmdMessages.noRoomForVariable)
      }
      return Effect()
    }
    let prefix = String(typed).trimmingTrailingBlanks
    let found = call.window.variables.starting(with: prefix)
    guard prefix.isEmpty || !found.isEmpty else {
      throw Complaint(CmdMessages.variableNotDefined(name: prefix))
    }
    var output = Output()
    for (name, value) in found { output.add(line: "\(name)=\(value)") }
    return Effect(output)
  }
}
