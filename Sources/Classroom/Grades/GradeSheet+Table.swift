import Store
import LineEditing
import Time
import Words

extension GradeSheet {
  /// A line a pod, then a line a pod and task; nothing in it commands a terminal.
  var table: String {
    let pods = pods
    let summary = pods.map { pod in
      [
        "\(pod.row.pod)", Shown.plain(pod.row.fullName ?? ""), pod.attempt.map { "\($0)" } ?? "-",
        "\(pod.done) of \(pod.tasks.count)", "\(pod.points) of \(pod.maxPoints)", "\(pod.hints)",
        "\(pod.tries)", Self.time(pod.first), Self.time(pod.last),
      ]
    }
    let details = rows.map { row in
      [
        "\(row.pod.pod)", Shown.plain(row.task.task), "\(row.points) of \(row.task.points)",
        "\(row.pass.hints)", "\(row.pass.tries)", Self.time(row.pass.first),
        Self.time(row.pass.last), Self.time(row.pass.passed),
        row.pass.event.map { "\($0)" } ?? "", Shown.plain(row.task.title),
      ]
    }
    return Self.lines(
      ["pod", "name", "attempt", "tasks", "points", "hints", "tries", "first", "last"], summary)
      + "\n"
      + Self.lines(
        [
          "pod", "task", "points", "hints", "tries", "first", "last", "passed", "event", "title",
        ], details)
  }

  private static func lines(_ titles: [String], _ rows: [[String]]) -> String {
    let rows = [titles] + rows
    let widths = titles.indices.map { column in rows.map { $0[column].columns }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).map { $0.padded(to: $1) }.joined(separator: "  ")
      return cells.trimmingEnd + "\n"
    }.joined()
  }

  private static func time(_ milliseconds: Int64?) -> String {
    milliseconds.map { CalendarTime(UnixTime($0 / 1_000)).iso8601 } ?? ""
  }
}
