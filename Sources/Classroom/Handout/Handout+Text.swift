import Console

extension Handout {
  /// The cards as plain text, with a line to cut along between them.
  public var text: String {
    cards.map { text(of: $0) }.joined(separator: String(repeating: "-", count: 72) + "\n\n")
  }

  private func text(of card: Card) -> String {
    var lines = [card.title]
    if let trainee = card.trainee { lines.append("Id: \(trainee.id)") }
    lines += ["Password: \(card.password)", ""]
    for host in card.hosts {
      lines.append("\(host.name)  \(host.fingerprint)")
      lines += [
        host.ssh(at: address), host.psftp(at: address), host.sftp(at: address),
      ].map { "  \($0)" }
      lines.append("")
    }
    return lines.map { "\(Visible.line($0))\n" }.joined()
  }
}

/// Anybody's text in a place that is made for one line of it.
enum Visible {
  /// The text with all written out that a terminal would obey, ends of lines too.
  static func line(_ text: String) -> String {
    let ends: [Unicode.Scalar: String] = ["\n": "\\x0A", "\r": "\\x0D", "\t": "\\x09"]
    return TerminalText.escaping(replacing(ends, in: text))
  }

  /// The text with other words for some characters, whatever marks stand on them: a comma with an
  /// accent is a comma to all that read bytes.
  static func replacing(_ words: [Unicode.Scalar: String], in text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, character in
      if let word = words[character] {
        result += word
      } else {
        result.unicodeScalars.append(character)
      }
    }
  }
}
