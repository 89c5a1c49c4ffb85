import Ledger
public import MMPShell
import Words

/// Explanations as lines of text.
extension Explanations {
  /// All there is to say of a message or rule: what it is, why it appears, what to do about it, how
  /// it is known, and how to have it said. Each line ends with a line feed.
  public func text(of entry: Ledger.Entry) -> String {
    let kind = entry.kind == "message" ? "an answer" : entry.kind == "error" ? "an error" : "a rule"
    var lines = ["\(entry.id): \(kind)" + (entry.product.map { " of \($0)" } ?? "")]
    lines += entry.text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    lines.append("")
    let facts = [
      ("Cause", entry.cause), ("Remedy", entry.remedy),
      ("Grade", "\(entry.grade.rawValue), \(entry.grade.meaning)"), ("Source", entry.source),
    ]
    for (name, fact) in facts {
      guard let fact else { continue }
      lines += "\(name): \(fact)".lines(at: 80, indent: "  ")
    }
    if let demonstration = demonstration(of: entry.id) {
      lines += ["", "To show it:"] + demonstration.steps.map { "  \($0)" }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Names and words of messages, a line each; what is longer than a line is cut short.
  public static func list(of entries: [Ledger.Entry]) -> String {
    let width = (entries.map(\.id.count).max() ?? 0) + 2
    return entries.map { entry in
      let name = entry.id.padded(to: width)
      let words = entry.text.split(separator: "\n").joined(separator: " ")
      return name + (words.count > 100 ? words.prefix(97) + "..." : words) + "\n"
    }.joined()
  }
}

extension Ledger {
  /// `docs/errors.md`: every error with cause and remedy, and the lines that make it appear.
  public var errorsPage: String {
    let explanations = Explanations(self)
    return errorsPage { explanations.demonstration(of: $0)?.steps ?? [] }
  }
}
