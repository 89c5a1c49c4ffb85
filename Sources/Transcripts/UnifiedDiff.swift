/// Writes edits in the format of `diff -u`.
struct UnifiedDiff {
  private static let context = 3

  private let name: String
  private let edits: [Edit]

  /// The differences in the file called `name`.
  init(name: String, edits: [Edit]) {
    self.name = name
    self.edits = edits
  }

  /// The diff; empty if all is kept.
  var text: String {
    let hunks = hunks
    guard !hunks.isEmpty else { return "" }
    var text = "--- \(name)\texpected\n+++ \(name)\tactual\n"
    var place = (before: 0, after: 0)
    var done = 0
    for hunk in hunks {
      // All lines between two hunks are kept: both sides move on alike.
      place.before += hunk.lowerBound - done
      place.after += hunk.lowerBound - done
      let (lines, before, after) = body(of: hunk)
      text += "@@ -\(range(place.before, before)) +\(range(place.after, after)) @@\n"
      text += lines
      place.before += before
      place.after += after
      done = hunk.upperBound
    }
    return text
  }

  /// The runs of edits to show: each difference with its surroundings, joined where these touch.
  private var hunks: [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, edit) in edits.enumerated() where !edit.isKeep {
      let start = max(0, index - Self.context)
      let end = min(edits.count, index + 1 + Self.context)
      if let last = hunks.last, start <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(start..<end)
      }
    }
    return hunks
  }

  /// The lines of a hunk, and how many stand on each side.
  private func body(of hunk: Range<Int>) -> (text: String, before: Int, after: Int) {
    var text = ""
    var added = ""
    var (before, after) = (0, 0)
    for edit in edits[hunk] {
      switch edit {
      case .keep(let line):
        // What was added since the last kept line follows all that was removed there.
        text += added + " \(line.text.asText)\n"
        added = ""
        before += 1
        after += 1
      case .remove(let line), .refuse(let line):
        text += "-\(line.text.asText)\n"
        before += 1
      case .add(let line, _):
        added += "+\(line.asText)\n"
        after += 1
      }
    }
    return (text + added, before, after)
  }

  /// `start,count` as diff writes it: a count of one is left out, an empty range starts at the
  /// line before it.
  private func range(_ start: Int, _ count: Int) -> String {
    count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
  }
}
