import Ledger

/// What the lab answers to a line, and whether it has shown what tasks may ask for.
struct VoiceAnswer {
  /// The answer, in lines.
  let lines: [String]
  /// The line as conditions of tasks have it; nil if it has shown nothing, whatever was typed.
  var seen: String?
  /// The error that was told of; nil for none.
  var incident: Incident?

  /// What conditions of tasks hear of it: it was typed in a window at that machine, but what tells of
  /// an error belongs to the machine where that was met. Nil if it has shown nothing.
  func said(at host: String) -> Said? {
    seen.map { line in
      Said(
        host: incident?.host ?? host, typed: line, of: incident?.message.id,
        about: incident?.line)
    }
  }
}
