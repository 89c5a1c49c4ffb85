/// Two texts side by side, for those who read a failed test.
enum LineDifference {
  /// Lines that went (`-`) and came (`+`), with their numbers and two lines of what is around them.
  static func text(from old: [String], to new: [String]) -> String {
    let changes = new.difference(from: old)
    let removed = Set(changes.removals.map(offset))
    let inserted = Set(changes.insertions.map(offset))
    var rows: [(mark: String, line: String, number: Int)] = []
    var (before, after) = (0, 0)
    while before < old.count || after < new.count {
      if removed.contains(before) {
        rows.append(("-", old[before], before + 1))
        before += 1
      } else if inserted.contains(after) {
        rows.append(("+", new[after], before + 1))
        after += 1
      } else {
        rows.append((" ", old[before], before + 1))
        (before, after) = (before + 1, after + 1)
      }
    }
    let changed = rows.indices.filter { rows[$0].mark != " " }
    let shown = Set(changed.flatMap { $0 - 2...$0 + 2 })
    return rows.indices.filter(shown.contains).map {
      "\(rows[$0].number)\t\(rows[$0].mark)\(rows[$0].line)"
    }.joined(separator: "\n")
  }

  private static func offset(_ change: CollectionDifference<String>.Change) -> Int {
    switch change {
    case .remove(let offset, _, _), .insert(let offset, _, _): offset
    }
  }
}
