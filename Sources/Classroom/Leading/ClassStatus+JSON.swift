import Journal
import MMPShell
import Store
import Time

extension ClassStatus {
  /// An array with an object a pod, in one line for each; fields that were given once stay.
  package var json: String {
    "[\n" + pods.map { "  \(Self.object($0))" }.joined(separator: ",\n") + "\n]\n"
  }

  private static func object(_ pod: Pod) -> String {
    let fields: [(String, String)] = [
      ("pod", "\(pod.number)"),
      ("name", text(pod.name)),
      ("served", pod.isLeftOut ? "false" : "true"),
      ("visits", "[" + pod.visits.map(object).joined(separator: ", ") + "]"),
      ("tasks", pod.tasks.map { share($0.done, of: $0.all) } ?? "null"),
      ("points", pod.tasks.map { share($0.points, of: $0.maxPoints) } ?? "null"),
      ("stuck", number(pod.stuck)),
      ("lastCommand", pod.lastCommand.map { command($0) } ?? "null"),
      ("lastError", pod.lastError.map { error($0, count: pod.errorCount) } ?? "null"),
      ("idle", number(pod.idle)),
    ]
    return object(fields)
  }

  private static func number(_ number: Int?) -> String { number.map { "\($0)" } ?? "null" }

  private static func share(_ done: Int, of all: Int) -> String {
    object([("done", "\(done)"), ("all", "\(all)")])
  }

  private static func object(_ visit: Attendance.Attendee) -> String {
    object([
      ("visit", "\(visit.visit)"),
      ("host", text(visit.host)),
      ("manner", text(visit.manner.rawValue)),
      ("user", text(visit.user)),
      ("source", text(visit.source.description)),
      ("since", time(visit.since)),
    ])
  }

  private static func command(_ event: EventRow) -> String {
    object([
      ("line", text(event.command)),
      ("host", text(event.host)),
      ("time", time(event.time)),
    ])
  }

  private static func error(_ event: EventRow, count: Int) -> String {
    object([
      ("id", text(event.error)),
      ("count", "\(count)"),
      ("host", text(event.host)),
      ("time", time(event.time)),
      ("remedy", text(event.error.flatMap { ErrorBook.shared[$0]?.remedy })),
    ])
  }

  private static func object(_ fields: [(String, String)]) -> String {
    "{" + fields.map { "\(JSONText.quoted($0)): \($1)" }.joined(separator: ", ") + "}"
  }

  private static func text(_ text: String?) -> String {
    text.map { JSONText.quoted($0) } ?? "null"
  }

  private static func time(_ time: Int64) -> String {
    text(CalendarTime.iso8601(milliseconds: time))
  }
}
