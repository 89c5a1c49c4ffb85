import Ledger

extension FactFinder {
  /// That the question about a host key took a line that was meant for something else: what was typed
  /// behind it went one step too far.
  static let hostKey = FactFinder(
    "putty.abandoned", "ssh.host-key-failed", "putty.access-denied", "ssh.permission-denied",
    "putty.disconnected", "plink.disconnected", "cmd.unknown-command"
  ) { scene in
    let isItself = ["putty.abandoned", "ssh.host-key-failed"].contains(scene.incident.message.id)
    let again = isItself && !scene.incident.line.isEmpty ? scene.connectingAgain : nil
    guard let answer = scene.incident.hostKeyAnswer else { return Findings(again: again) }
    if case .empty = answer {
      return Findings(
        [
          "The question about the host's key was answered with Return alone, which means no; y (ssh: "
            + "yes) is needed once for each machine."
        ], again: again)
    }
    let took =
      switch answer {
      case .empty: "nothing"
      case .password: "the password"
      case .command: "a command"
      case .other: "a line that is neither yes nor no"
      }
    let fact =
      "The (y/n) question about the host's key took \(took) as its answer: at the first connection one "
      + "more thing is asked than later, so a pasted block is one line ahead of the questions."
    return Findings(
      [fact, "Answer it with y (ssh: yes), once for each machine; then go on with the password."],
      again: again)
  }
}

extension Scene {
  /// The line that connects, once more; a password in it is asked for instead.
  fileprivate var connectingAgain: String? {
    guard ConnectionWords(incident.line).target != nil else { return nil }
    guard words.contains("***") else { return incident.line }
    return withoutPassword.map { $0.joined(separator: " ") }
  }
}
