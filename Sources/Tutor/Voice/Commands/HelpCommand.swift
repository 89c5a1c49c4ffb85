import Words

extension VoiceCommand {
  static let help = VoiceCommand("help", summary: "this list") { _ in
    let rows = all.map { command in
      let usage = ":\(command.name)" + (command.argument.map { " \($0)" } ?? "")
      return "  \(usage.padded(to: 16))\(command.summary)"
    }
    return [
      "Lines with a colon in front are for the lab: no machine sees them.",
      "But where what is typed does not appear, as a password, it is a machine's.",
    ] + rows
  }
}
