import Store
import Time

extension GradeSheet {
  /// As nbgrader exports grades: nothing is late here, so nothing is taken off for that. A field that
  /// a spreadsheet would take for a formula begins with an apostrophe.
  var csv: String {
    let header = [
      "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
      "raw_score", "late_submission_penalty", "score", "max_score",
    ]
    return Self.lines(
      [header]
        + pods.map { pod in
          [
            assignment, "", Self.timestamp(pod.passed), pod.id, pod.row.lastName ?? "",
            pod.row.firstName ?? "", pod.row.email ?? "", "\(pod.points).0", "0.0",
            "\(pod.points).0", "\(pod.maxPoints).0",
          ]
        })
  }

  /// A column a task, called by its id, which never changes; Moodle finds trainees by their id or
  /// address.
  var moodle: String {
    var tasks: [String] = []
    for row in rows where !tasks.contains(row.task.task) { tasks.append(row.task.task) }
    let header = ["First name", "Last name", "ID number", "Email address"] + tasks
    return Self.lines(
      [header]
        + pods.map { pod in
          let points = Dictionary(
            pod.tasks.map { ($0.task.task, "\($0.points)") },
            uniquingKeysWith: { first, _ in first })
          return [
            pod.row.firstName ?? "", pod.row.lastName ?? "", pod.id, pod.row.email ?? "",
          ] + tasks.map { points[$0] ?? "" }
        })
  }

  private static func lines(_ rows: [[String]]) -> String {
    rows.map { $0.map(SpreadsheetField.text).joined(separator: ",") + "\n" }.joined()
  }

  /// As Python writes a time, in UTC.
  private static func timestamp(_ milliseconds: Int64?) -> String {
    guard let milliseconds else { return "" }
    let text = CalendarTime(UnixTime(milliseconds / 1_000)).iso8601
    return text.replacing("T", with: " ").replacing("Z", with: "")
  }
}
