import Store

extension GradeSheet {
  /// A suite a pod and a case a task, which has failed while it is not done.
  var junit: String {
    let open = rows.count { $0.pass.passed == nil }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="\(Self.escaped(assignment))" tests="\(rows.count)" failures="\(open)">
      \(pods.map(suite).joined())</testsuites>

      """
  }

  private func suite(of pod: Pod) -> String {
    let name = Self.escaped(
      pod.row.fullName.map { "pod \(pod.row.pod): \($0)" } ?? "pod \(pod.row.pod)")
    let cases = pod.tasks.map { row in
      let start =
        "<testcase classname=\"\(Self.escaped(pod.id))\" name=\"\(Self.escaped(row.task.task))\""
      let proof = row.pass.event.map { ", event \($0)" } ?? ""
      let facts =
        "\(row.points) of \(row.task.points) points, hints \(row.pass.hints), "
        + "tries \(row.pass.tries)\(proof)"
      let failure =
        row.pass.passed == nil
        ? "<failure message=\"\(Self.escaped(row.task.title)): not done\"/>" : ""
      return "\(start)>\(failure)<system-out>\(facts)</system-out></testcase>\n"
    }
    return """
      <testsuite name="\(name)" tests="\(pod.tasks.count)" failures="\(pod.tasks.count - pod.done)">
      \(cases.joined())</testsuite>

      """
  }

  /// A text in an element or a quoted attribute.
  private static func escaped(_ text: String) -> String {
    Visible.replacing(
      ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"], in: Visible.line(text))
  }
}
