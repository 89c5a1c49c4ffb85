import Lab
import MMPShell
import Tutor
import Words

/// `mmp explain`: what a message means, and how to have it said.
struct ExplainJob: Job {
  /// What is asked.
  enum Question {
    /// What that text means.
    case message(String)
    /// Which messages there are; errors only, unless it is the whole list.
    case list(isWhole: Bool)
    /// What the transcripts of that folder show.
    case collection(of: String)
  }

  var question: Question

  /// How many of those that fit less well are named.
  private static let mostOthers = 9

  func run() throws(Failure) -> Failure.Status? {
    switch question {
    case .message(let text): return try explain(text)
    case .list(let isWhole):
      let entries = Ledger.lab.entries.filter { $0.kind == "error" || isWhole && $0.kind != "rule" }
      try StandardStream.output.print(Explanations.list(of: entries))
    case .collection(let folder):
      try StandardStream.output.print(DemonstrationFolder(path: folder).text())
    }
    return nil
  }

  private func explain(_ text: String) throws(Failure) -> Failure.Status? {
    let explanations = Explanations(.lab)
    switch explanations.answer(to: text) {
    case .known(let entries):
      let others = entries.dropFirst()
      var page = entries.first.map(explanations.text) ?? ""
      if !others.isEmpty {
        page += "\nThis fits too:\n" + Explanations.list(of: Array(others.prefix(Self.mostOthers)))
        let rest = others.count - Self.mostOthers
        if rest > 0 { page += "and \(rest) more\n" }
      }
      try StandardStream.output.print(page)
      return nil
    case .unknown(let nearest):
      let isCut = text.utf8.count > Explanations.longest
      StandardStream.error.say(
        "there is no message \(Shown.quoted(text))"
          + (isCut ? ", of which \(Explanations.longest) bytes were looked at" : "")
          + (nearest.isEmpty ? "; mmp explain --list has all errors" : "; these are nearest:"))
      try StandardStream.output.print(Explanations.list(of: nearest))
      return .notFound
    }
  }
}
