import Control
import Foundation
import FoundationXML
import Journal
import Store
import TestSupport
import Testing

@testable import Classroom

@Suite("Grades")
struct GradeSheetTests {
  private let lab: TestClass

  init() throws {
    lab = try TestClass()
    let tasks = [
      TaskRow(task: "request", title: "=A \"request\"", points: 2),
      TaskRow(task: "chain", title: "A <chain>", points: 3),
    ]
    try lab.file.write { (writing) throws(StoreFault) in
      try writing.put(
        PodRow(
          pod: 1, id: "al", lastName: "=Lovelace", firstName: "Ada, A.", email: "al@example.org"))
      try writing.put(PodRow(pod: 2))
      try writing.setTasksToCome([nil: tasks])
      try writing.setMeta(GradeSheet.assignmentKey, "../lab/page.yaml")
      let attempt = try writing.begin(
        AttemptRow.Origin(scenario: "", world: "", release: "3.9"),
        with: WorldRows(machines: [], tasks: tasks), in: 1, why: "fresh", now: 1)
      try writing.put(
        PassRow(
          task: "request", hints: 2, cost: 1, tries: 3, first: 1_795_424_400_000,
          last: 1_795_424_460_000, passed: 1_795_424_460_000, event: 17), in: attempt.id)
    }
  }

  private func sheet(_ form: GradeSheet.Form) throws -> String {
    try lab.file.read { (reading) throws(StoreFault) in try GradeSheet(reading) }.text(as: form)
  }

  @Test("have the columns of nbgrader's export, and no formula")
  func csv() throws {
    #expect(
      try sheet(.csv) == """
        assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,\
        late_submission_penalty,score,max_score
        page,,2026-11-23 09:01:00,al,'=Lovelace,"Ada, A.",al@example.org,1.0,0.0,1.0,5.0
        page,,,pod2,,,,0.0,0.0,0.0,5.0

        """)
  }

  @Test("have a column a task for Moodle")
  func moodle() throws {
    #expect(
      try sheet(.moodle) == """
        First name,Last name,ID number,Email address,request,chain
        "Ada, A.",'=Lovelace,al,al@example.org,1,0
        ,,pod2,,0,0

        """)
  }

  @Test("are a case a task for build servers")
  func junit() throws {
    let text = try sheet(.junit)
    let parser = XMLParser(data: Data(text.utf8))
    #expect(parser.parse())
    #expect(text.contains("<testsuites name=\"page\" tests=\"4\" failures=\"3\">"))
    #expect(text.contains("<failure message=\"A &lt;chain&gt;: not done\"/>"))
    #expect(
      text.contains(
        "<testcase classname=\"al\" name=\"request\"><system-out>1 of 2 points, hints 2, tries 3, "
          + "event 17</system-out></testcase>"))
  }

  @Test("name no event where a task was done with none")
  func withoutEvent() throws {
    let attempt = try lab.file.read { (reading) throws(StoreFault) in
      try reading.liveAttempt(of: 1)
    }
    let id = try #require(attempt).id
    try lab.file.write { (writing) throws(StoreFault) in
      try writing.put(PassRow(task: "chain", passed: 1_795_424_520_000), in: id)
    }
    #expect(
      try sheet(.junit).contains(
        "name=\"chain\"><system-out>3 of 3 points, hints 0, tries 0</system-out>"))
    let line = try sheet(.table).split(separator: "\n").first { $0.contains("3 of 3") }
    #expect(line?.hasSuffix("2026-11-23T09:02:00Z         A <chain>") == true)
  }

  @Test("are a table for the eye, first by pod, then by task")
  func table() throws {
    let lines = try sheet(.table).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 10)
    #expect(lines[1].hasPrefix("1    Ada, A. =Lovelace  1        1 of 2  1 of 5  2      3 "))
    #expect(lines[2].hasPrefix("2                       -        0 of 2  0 of 5  0      0"))
    #expect(
      lines[5].contains(
        "request  1 of 2  2      3      2026-11-23T09:00:00Z  2026-11-23T09:01:00Z"))
    #expect(lines[5].hasSuffix("  17     =A \"request\""))
  }

  @Test("are asked for as all else, and refused where there are no tasks")
  func asked() throws {
    #expect(lab.ask(.grade).output.hasPrefix("pod  name"))
    #expect(lab.ask(.grade, [.format: "csv"]).output.hasPrefix("assignment,"))
    #expect(lab.ask(.grade, [.format: "xlsx"]).status == 64)
    let empty = try TestClass()
    #expect(empty.ask(.grade).status == 1)
  }

  @Test("who is stuck is told by errors since the last task done, while they are there")
  func stuck() throws {
    let now: Int64 = 1_795_424_460_000 + 1_000_000
    func said(_ number: Int, at time: Int64) -> EventRow {
      EventRow(
        pod: 1, attempt: 1, number: number, time: time, host: "cms1a", event: "said",
        error: "csr.invalid-name", line: "{}")
    }
    func stuck(there: Bool = true) throws -> Int? {
      let visit = Attendance.Attendee(
        visit: 1, host: "cms1a", manner: .terminal, user: "admin", source: .console, since: now,
        lastEvent: now)
      return try lab.file.read { (reading) throws(StoreFault) in
        try ClassStatus(reading, present: there ? [1: [visit]] : [:], now: now)
      }.pods[0].stuck
    }
    // Before the task was done.
    try lab.file.write { (writing) throws(StoreFault) in
      try writing.append([said(1, at: 1_795_424_450_000)])
    }
    #expect(try stuck() == nil)
    try lab.file.write { (writing) throws(StoreFault) in
      try writing.append([said(2, at: now - 299_000)])
    }
    #expect(try stuck() == nil)
    try lab.file.write { (writing) throws(StoreFault) in
      try writing.append([said(3, at: now - 400_000)])
    }
    #expect(try stuck() == 400)
    #expect(try stuck(there: false) == nil)
    let status = try lab.file.read { (reading) throws(StoreFault) in
      try ClassStatus(reading, present: nil, now: now)
    }
    #expect(status.pods.map(\.tasks?.done) == [1, 0])
    #expect(status.text.contains("1 of 2  1 of 5"))
    #expect(
      status.json.contains(
        #""tasks": {"done": 1, "all": 2}, "points": {"done": 1, "all": 5}, "stuck": null"#))
  }
}
