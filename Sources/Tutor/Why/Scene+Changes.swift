import Lab
import Ledger

/// What has become of the files of a line since the error.
extension Scene {
  /// That files are others by now, of which the facts are then, and the line once more if it comes out
  /// otherwise with them.
  var changes: Findings {
    let names = Array(words.dropFirst().prefix(12))
    var facts: [String] = []
    let missing = FactFinder.missingFile.ids.union(FactFinder.missingLocalFile.ids)
    for name in names where !facts.contains(where: { $0.hasPrefix("\(Written.name(name)) ") }) {
      let shown = Written.name(name)
      let file = files.named(name)
      if let mark = incident.marks[name] {
        guard let file else {
          facts.append("\(shown) is gone since this error.")
          continue
        }
        guard FileMark.of(file.contents) != mark else { continue }
        facts.append(
          "\(shown) has changed since this error: what follows is about what it holds now.")
      } else {
        // Nobody has looked at it then, or it was not there.
        guard !incident.isMarked, let time = file?.modified, time > incident.time,
          !missing.contains(incident.message.id)
        else { continue }
        facts.append(
          "\(shown) was written after this error: what follows is about what it holds now.")
      }
    }
    let only: Set = ["match", "verify", "inspect"]
    let isRead = words.first == "pki" && words.count > 2 && only.contains(words[1])
    return Findings(
      facts, again: !facts.isEmpty && isRead && serves(incident.line) ? incident.line : nil)
  }
}

/// What tells contents of a file from others.
enum FileMark {
  /// Of a long file the beginning and the length.
  static func of(_ contents: [UInt8]) -> Int {
    var hasher = Hasher()
    hasher.combine(contents.count)
    contents.prefix(64 << 10).withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}
