import Journal
import LineEditing
import Store
import Time
import Words

/// The snapshots of a class, for the eye and for programs.
struct SnapshotList {
  /// The snapshots, by pod and in order of taking.
  var notes: [SnapshotNote]

  /// A table; nothing in it commands a terminal.
  var text: String {
    guard !notes.isEmpty else { return "There are no snapshots.\n" }
    let rows =
      [["pod", "name", "attempt", "size", "taken"]]
      + notes.map {
        [
          "\($0.pod)", Shown.plain($0.name), "\($0.attempt)", Self.size($0.size),
          CalendarTime.iso8601(milliseconds: $0.taken),
        ]
      }
    let widths = (0..<5).map { column in rows.map { $0[column].columns }.max() ?? 0 }
    return rows.map { row in
      let cells = row.indices.map { column in
        column == 4 ? row[4] : row[column].padded(to: widths[column])
      }
      return "\(cells.joined(separator: "  "))\n"
    }.joined()
  }

  /// An array with an object a snapshot, in one line for each; fields that were given once stay.
  var json: String {
    let lines = notes.map { note in
      "  {\"pod\": \(note.pod), \"name\": \(JSONText.quoted(note.name)), "
        + "\"attempt\": \(note.attempt), \"size\": \(note.size), "
        + "\"taken\": \(JSONText.quoted(CalendarTime.iso8601(milliseconds: note.taken)))}"
    }
    return lines.isEmpty ? "[]\n" : "[\n\(lines.joined(separator: ",\n"))\n]\n"
  }

  /// Bytes in the largest unit that leaves a digit in front.
  static func size(_ bytes: Int64) -> String {
    switch bytes {
    case ..<1_024: "\(bytes) B"
    case ..<1_048_576: "\(bytes / 1_024) KiB"
    default: "\(bytes / 1_048_576) MiB"
    }
  }
}
