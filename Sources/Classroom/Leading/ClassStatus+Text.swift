import Journal
import LineEditing
import MMPShell
import Store
import Words

extension ClassStatus {
  /// A table for the eye, and the errors of late below it. Nothing in it commands a terminal.
  package var text: String {
    let hasTasks = pods.contains { $0.tasks != nil }
    let rows = ([Self.titles] + pods.map(row)).map { hasTasks ? $0 : $0.dropLast(3) }
    let widths = rows[0].indices.map { column in rows.map { $0[column].columns }.max() ?? 0 }
    var text = rows.map { row in
      let cells = zip(row, widths).map { $0.padded(to: $1) }
      return "\(cells.joined(separator: "  ").trimmingEnd)\n"
    }.joined()
    if !isServed { text += "\nNobody serves it now.\n" }
    if !errors.isEmpty { text += "\nErrors of the last ten minutes:\n" + errorLines }
    return text
  }

  private static let titles = [
    "pod", "name", "connected", "last command", "ago", "last error", "times", "idle",
    "tasks", "points", "stuck",
  ]

  private func row(_ pod: Pod) -> [String] {
    [
      "\(pod.number)",
      Self.cell(pod.name, 24),
      Self.cell(pod.isLeftOut ? "not served" : Self.whereabouts(pod.visits), 36),
      Self.cell(pod.lastCommand?.command, 40),
      pod.lastCommand.map { Self.ago(Int((now - $0.time) / 1_000)) } ?? "",
      Self.cell(pod.lastError?.error, 32),
      pod.lastError == nil ? "" : "\(pod.errorCount)",
      pod.idle.map(Self.ago) ?? "",
      pod.tasks.map { "\($0.done) of \($0.all)" } ?? "",
      pod.tasks.map { "\($0.points) of \($0.maxPoints)" } ?? "",
      pod.stuck.map(Self.ago) ?? "",
    ]
  }

  /// Where somebody is and how, such as `cms1a terminal, pc1 2 sftp`.
  private static func whereabouts(_ visits: [Attendance.Attendee]) -> String? {
    var places: [(place: String, manner: String, count: Int)] = []
    for visit in visits {
      let manner = visit.manner.rawValue
      if let index = places.firstIndex(where: { $0.place == visit.host && $0.manner == manner }) {
        places[index].count += 1
      } else {
        places.append((visit.host, manner, 1))
      }
    }
    let words = places.map { place in
      place.count == 1
        ? "\(place.place) \(place.manner)" : "\(place.place) \(place.count) \(place.manner)"
    }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  /// What stands where it was now this and now that.
  private static let varying = "..."

  private var errorLines: String {
    errors.map { error in
      let entry = ErrorBook.shared[error.error]
      let pods = error.pods == 1 ? "in one pod" : "in \(error.pods) pods"
      let fill = { (text: String) in
        FilledText.filled(text) { error.values[$0].map(Shown.plain) ?? Self.varying }
      }
      let message =
        entry.map { ": \(fill(String($0.text.split(separator: "\n").first ?? "")))" } ?? ""
      let head = "  \(error.count) \(pods)  \(Shown.plain(error.error))\(message)\n"
      return head + (entry?.remedy.map { "    \(fill($0))\n" } ?? "")
    }.joined()
  }

  /// At most so many columns of a text that may hold anything.
  private static func cell(_ text: String?, _ limit: Int) -> String {
    let shown = Shown.plain(text ?? "")
    guard shown.columns > limit else { return shown }
    var cut = ""
    for scalar in shown.unicodeScalars {
      if cut.columns + scalar.columnWidth > limit - 3 { break }
      cut.unicodeScalars.append(scalar)
    }
    return cut + "..."
  }

  /// How long ago something was, roughly.
  static func ago(_ seconds: Int) -> String {
    switch max(0, seconds) {
    case ..<60: "\(max(0, seconds)) s"
    case ..<3_600: "\(seconds / 60) min"
    case ..<86_400: "\(seconds / 3_600) h"
    default: "\(seconds / 86_400) d"
    }
  }
}

extension String {
  /// How many columns it takes on a terminal.
  var columns: Int { unicodeScalars.reduce(0) { $0 + $1.columnWidth } }

  /// It with blanks behind it, up to so many columns.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - columns))
  }

  /// It without blanks at its end.
  var trimmingEnd: Substring {
    self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)]
  }
}
