extension Handout {
  /// A table for mail merge: a row a pod, with the roster's columns, the address, and for each machine
  /// its port, the commands and the fingerprint.
  ///
  /// A field that a spreadsheet would take for a formula begins with an apostrophe.
  public var csv: String {
    let names = cards.reduce(into: [String]()) { names, card in
      names += card.hosts.map(\.name).filter { !names.contains($0) }
    }
    let details = ["port", "ssh", "psftp", "sftp", "fingerprint"]
    let header =
      ["pod", "id", "last_name", "first_name", "email", "user", "password", "address"]
      + names.flatMap { name in details.map { "\(name)_\($0)" } }
    return ([header] + cards.map { row(of: $0, for: names) })
      .map { row in row.map(SpreadsheetField.text).joined(separator: ",") + "\n" }.joined()
  }

  private func row(of card: Card, for names: [String]) -> [String] {
    let trainee = card.trainee
    let person = [
      "\(card.pod)", trainee?.id, trainee?.lastName, trainee?.firstName, trainee?.email,
      card.hosts.first?.user, card.password, address,
    ].map { $0 ?? "" }
    return person
      + names.flatMap { name in
        guard let host = card.hosts.first(where: { $0.name == name }) else {
          return ["", "", "", "", ""]
        }
        return [
          "\(host.port)", host.ssh(at: address), host.psftp(at: address), host.sftp(at: address),
          host.fingerprint,
        ]
      }
  }

}

/// A field of a table for spreadsheets.
enum SpreadsheetField {
  /// A field that is text to a spreadsheet too, in quotes where it needs them.
  static func text(_ text: String) -> String {
    let text = Visible.line(text)
    let isFormula = text.unicodeScalars.first.map { "=+-@".unicodeScalars.contains($0) } ?? false
    let safe = isFormula ? "'\(text)" : text
    let needsQuotes =
      safe.unicodeScalars.contains { $0 == "," || $0 == "\"" } || safe.hasPrefix(" ")
      || safe.hasSuffix(" ")
    return needsQuotes ? "\"\(Visible.replacing(["\"": "\"\""], in: safe))\"" : safe
  }
}
