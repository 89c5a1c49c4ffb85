public import Ledger

/// What is known of the appliance and what is guessed: one entry for every message and every rule.
public struct Ledger: Sendable {
  /// One line of the ledger.
  public struct Entry: Sendable {
    /// The message's or rule's unchanging name.
    public let id: String
    /// `message`, `error` or `rule`.
    public let kind: String
    /// Who says it, as in `MMP` or `psftp`; nil for a rule.
    public let product: String?
    /// The words said, with values in braces, or the rule's sentence.
    public let text: String
    /// How sure it is.
    public let grade: Message.Grade
    /// Where it comes from.
    public let source: String
    /// For errors: why it appears.
    public let cause: String?
    /// For errors: what to do.
    public let remedy: String?
  }

  /// Messages first, then rules.
  public let entries: [Entry]

  /// A ledger of those.
  public init(messages: [Message], rules: [Rule]) {
    entries =
      messages.map {
        Entry(
          id: $0.id, kind: $0.advice == nil ? "message" : "error", product: $0.product,
          text: $0.template,
          grade: $0.grade, source: $0.source, cause: $0.advice?.cause, remedy: $0.advice?.remedy)
      }
      + rules.map {
        Entry(
          id: $0.id, kind: "rule", product: nil, text: $0.statement, grade: $0.grade,
          source: $0.source, cause: nil, remedy: nil)
      }
  }

  /// A table for the terminal: grade, name, text, source.
  public var table: String {
    let idWidth = entries.map(\.id.count).max() ?? 0
    let gradeWidth = Message.Grade.allCases.map(\.rawValue.count).max() ?? 0
    return entries.map { entry in
      "\(entry.grade.rawValue.padded(to: gradeWidth))  \(entry.id.padded(to: idWidth))  "
        + "\(entry.text.onOneLine)  [\(entry.source)]\n"
    }.joined()
  }
}

extension String {
  /// The text with a sign for each line end; help texts have several lines.
  var onOneLine: String {
    split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
  }

  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
