import Ledger

extension Builtin {
  /// Everything behind the first character after the name, blanks at the end too.
  static let echo = Builtin(
    "echo", summary: "Displays messages, or turns command echoing on or off."
  ) { call in
    let word = String(call.rest.drop { " \t,;=".contains($0) }).trimmingTrailingBlanks
    switch word.lowercased() {
    case "" where call.rest.first.map({ " \t,;=".contains($0) }) ?? true:
      return Effect(Output(CmdMessages.echoState(state: call.window.showsPrompt ? "on" : "off")))
    case "on", "off":
      guard call.rest.first.map({ " \t,;=".contains($0) }) ?? false else { break }
      call.window.showsPrompt = word.lowercased() == "on"
      return Effect()
    default: break
    }
    return Effect(Output(line: String(call.rest.unicodeScalars.dropFirst())))
  }
}
