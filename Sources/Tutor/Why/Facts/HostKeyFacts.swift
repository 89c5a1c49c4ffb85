import Console
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
    guard let reply = scene.incident.hostKeyReply else { return Findings(again: again) }
    return Findings(HostKeyWords.facts(reply), again: again)
  }
}

/// What is said of an answer to the question about a host key.
enum HostKeyWords {
  /// Sentences.
  static func facts(_ reply: Incident.HostKeyReply) -> [String] {
    let yes = yes(to: reply.asker)
    let took: String
    switch reply.answer {
    case .empty:
      let meaning =
        switch reply.asker {
        case .putty: "gives up the connection; n connects, but is asked again the next time"
        case .ssh: "means no"
        }
      return [
        "The question about the host's key was answered with Return alone, which \(meaning). "
          + "Answer \(yes), once for each machine."
      ]
    case .password: took = "the password"
    case .command: took = "a command"
    case .other: took = "a line that is neither yes nor no"
    }
    return [
      "The (\(yes)/\(reply.asker == .ssh ? "no" : "n")) question about the host's key took \(took) as "
        + "its answer: at the first connection one more thing is asked than later, so a pasted block "
        + "is one line ahead of the questions.",
      "Answer it with \(yes), once for each machine; then go on with the password.",
    ]
  }

  /// The answer that keeps the key.
  static func yes(to asker: Incident.HostKeyAsker) -> String { asker == .ssh ? "yes" : "y" }
}

extension Scene {
  /// The line that connects, once more; a password in it is asked for instead.
  fileprivate var connectingAgain: String? {
    guard ConnectionWords(incident.line).target != nil else { return nil }
    return incident.line.contains(TypedLine.mask) ? withoutPassword : incident.line
  }
}
