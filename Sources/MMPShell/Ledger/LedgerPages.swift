public import Ledger

/// The pages of `docs/` that are made from the ledger.
extension Ledger {
  /// `docs/fidelity.md`: what is known and what is guessed.
  public var fidelityPage: String {
    let counts = Message.Grade.allCases.map { grade in
      "| \(grade.rawValue) | \(grade.meaning) | \(entries.count { $0.grade == grade }) |\n"
    }
    return Self.madeBy + """
      # What is known and what is guessed

      Everything the simulated MMP and the lab around it say and do, with the evidence for it. Names such as
      "TAC 214618" and "pki.md 2.3" are those of the project's evidence files.

      | grade | meaning | entries |
      |---|---|---|
      \(counts.joined())
      ## Messages

      | name | text | grade | source |
      |---|---|---|---|
      \(rows { $0.kind != "rule" })
      ## Rules

      | name | rule | grade | source |
      |---|---|---|---|
      \(rows { $0.kind == "rule" })
      """
  }

  /// `docs/errors.md`: every error with its cause and remedy, and what `lines` has to add to it: the
  /// lines that make the message of that name appear, one each.
  public func errorsPage(lines: (String) -> [String]) -> String {
    let sections = entries.compactMap { entry -> String? in
      guard let cause = entry.cause, let remedy = entry.remedy else { return nil }
      return """

        ## `\(entry.text.onOneLine)`

        - Cause: \(cause)
        - Remedy: \(remedy)
        - Wording: \(entry.grade.rawValue)
        \(Self.block(of: lines(entry.id)))
        """
    }
    return Self.madeBy + """
      # Error messages

      What the simulated MMP and PC1's programs answer when something is wrong, why, and what to do.
      How sure the wording is, is explained in [fidelity.md](fidelity.md). Under most errors stand the
      lines that make it appear: the first starts the program, the others are typed at the prompts they
      begin with. What a lab keeps of an earlier time may be in the way; `--fresh` begins it anew.

      Without this page, `mmp explain` says the same of a message, whether it is given as here, by its
      name, or as it stood on the screen:

      ```
      mmp explain 'Invalid CSR name. Must be alphanumeric'
      mmp explain csr.invalid-name
      mmp explain 'File cms1a.cer not found'
      mmp explain --list
      ```
      \(sections.joined())
      """
  }

  private static let madeBy = "<!-- Made by `make docs` from the ledger; do not edit. -->\n\n"

  private static func block(of lines: [String]) -> String {
    guard !lines.isEmpty else { return "" }
    // No transcript: it has no output, and psftp's lines begin with no window's prompt.
    return "\n```text\n" + lines.map { $0 + "\n" }.joined() + "```\n"
  }

  private func rows(where isWanted: (Entry) -> Bool) -> String {
    entries.filter(isWanted).map { entry in
      let text = entry.kind == "rule" ? entry.text : "`\(entry.text)`"
      return "| \(entry.id) | \(text.cell) | \(entry.grade.rawValue) | \(entry.source.cell) |\n"
    }.joined()
  }
}

extension Message.Grade {
  /// The grade in a few words.
  public var meaning: String {
    switch self {
    case .verbatim: "bytes seen in a public source"
    case .paraphrased: "a source states it without the bytes"
    case .inferred: "deduced from the evidence named, or chosen as plainest"
    case .recalled: "general knowledge of the manual, unverified"
    }
  }
}

extension String {
  /// The text with the sign that would end a table cell escaped.
  fileprivate var cell: String {
    onOneLine.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
