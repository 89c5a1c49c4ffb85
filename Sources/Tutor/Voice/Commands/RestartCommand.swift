import Console

extension VoiceCommand {
  static let restart = VoiceCommand(
    "restart", "[yes]", summary: "begin the lab anew; it says what that means before"
  ) { call in
    switch call.voice.restart {
    case .refused(let reason): return [reason]
    case .possible(let meaning, let carryOut):
      switch call.argument.lowercased() {
      case "": return [meaning, ":restart yes does it."]
      case "yes":
        // Whoever's visit ends with it is told before.
        call.screen.show(.aside("The lab begins anew."))
        call.screen.flush()
        if let refusal = carryOut() { return [refusal] }
        call.session.end()
        return []
      default: return ["Only yes can stand behind :restart."]
      }
    }
  }
}
