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
    return Findings(HostKeyWords.facts(answer), again: again)
  }
}

/// What is said of an answer to the question about a host key.
enum HostKeyWords {
  /// Sentences.
  static func facts(_ answer: Incident.HostKeyAnswer) -> [String] {
    let took: String
    switch answer {
    case .empty:
      return [
        "The question about the host's key was answered with Return alone, which means no; y (ssh: yes) "
          + "is needed once for each machine."
      ]
    case .password: took = "the password"
    case .command: took = "a command"
    case .other: took = "a line that is neither yes nor no"
    }
    return [
      "The (y/n) question about the host's key took \(took) as its answer: at the first connection one "
        + "more thing is asked than later, so a pasted block is one line ahead of the questions.",
      "Answer it with y (ssh: yes), once for each machine; then go on with the password.",
    ]
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
