import Foundation
import Journal
import MMPShell
import Store
import TestSupport
import Testing

@testable import Classroom

@Suite("How a class stands")
struct ClassStatusTests {
  private let kept: TestClass

  init() throws { kept = try TestClass() }

  private func event(
    _ number: Int, pod: Int = 1, age: Int64 = 0, command: String? = nil, error: String? = nil
  ) -> EventRow {
    EventRow(
      pod: pod, attempt: 1, number: number, time: TestClass.now - age * 1_000, host: "cms1a",
      visit: 1, user: "admin", event: command == nil ? "said" : "typed", command: command,
      error: error, line: "{\"n\":\(number)}")
  }

  private func begin(_ rows: [PodRow], _ events: [EventRow]) throws {
    try kept.file.write { (writing) throws(StoreFault) in
      for row in rows {
        try writing.put(row)
        try writing.begin(
          AttemptRow.Origin(scenario: "", world: "", release: "2.9"),
          with: WorldRows(machines: []), in: row.pod, why: "fresh", now: 0)
      }
      try writing.append(events)
    }
  }

  private func status(present: [Int: [Attendance.Attendee]]? = nil) throws -> ClassStatus {
    try kept.file.read { (reading) throws(StoreFault) in
      try ClassStatus(reading, present: present, now: TestClass.now)
    }
  }

  /// Those who came to pod 1.
  private func attendees() -> [Attendance.Attendee] {
    let (journal, attendance) = (Journal(pod: 1, clock: { TestClass.now - 5_000 }), Attendance())
    attendance.follow(journal)
    for (manner, host) in [(Manner.terminal, "cms1a"), (.sftp, "pc1"), (.sftp, "pc1")] {
      let actor = Actor(
        visit: journal.numberOfVisit(), user: "admin",
        source: .network(address: "192.0.2.7", port: 4_242))
      journal.record(.begun(manner), at: host, by: actor)
    }
    return attendance.present
  }

  @Test("is a row a pod, with the errors of the last ten minutes below it")
  func table() throws {
    try begin(
      [PodRow(pod: 1, id: "ada", lastName: "Lovelace", firstName: "Ada"), PodRow(pod: 2)],
      [
        event(1, age: 7_300, error: "csr.old"),
        event(2, age: 130, command: "pki csr cms-1a CN:a.b"), event(3, age: 130, error: Self.error),
        event(4, pod: 2, age: 12, error: Self.error),
      ])
    let remedy = try #require(ErrorBook.shared[Self.error]?.remedy)
    let text = try status(present: [1: attendees()]).text
    #expect(
      text.hasPrefix(
        """
        pod  name          connected                   last command           ago    last error
        """))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines[1].hasPrefix(
        "1    Ada Lovelace  cms1a terminal, pc1 2 sftp  pki csr cms-1a CN:a.b  2 min  "))
    #expect(lines[1].hasSuffix("  1      5 s"))
    #expect(lines[2].hasPrefix("2  ") && lines[2].hasSuffix("  1      12 s"))
    #expect(lines[4] == "Errors of the last ten minutes:")
    #expect(lines[5].hasPrefix("  2 in 2 pods  \(Self.error): "))
    #expect(lines[6] == "    \(remedy)")
    #expect(lines.count == 8)
  }

  @Test("has in an error's braces what was said, or dots where that differs")
  func values() throws {
    func said(_ number: Int, pod: Int, _ id: String, _ values: String) -> EventRow {
      EventRow(
        pod: pod, attempt: 1, number: number, time: TestClass.now, host: "cms1a", visit: 1,
        user: "admin", event: "said", error: id,
        line: "{\"id\":\"\(id)\",\"values\":{\(values)}}")
    }
    try begin(
      [PodRow(pod: 1), PodRow(pod: 2)],
      [
        said(1, pod: 1, "file.not-found", #""file":"a{x}\u001b.cer""#),
        said(2, pod: 2, "file.not-found", #""file":"a{x}\u001b.cer""#),
        said(3, pod: 1, "file.empty", #""file":"a""#),
        said(4, pod: 2, "file.empty", #""file":"b""#),
        EventRow(
          pod: 1, attempt: 1, number: 5, time: TestClass.now, host: "cms1a", event: "said",
          error: "file.no-csr", line: "no JSON"),
      ])
    let text = try status().text
    #expect(text.contains("  2 in 2 pods  file.not-found: File a{x}\\u{1b}.cer not found\n"))
    #expect(text.contains("  2 in 2 pods  file.empty: File ... is empty\n"))
    #expect(text.contains("  1 in one pod  file.no-csr: File ... does not contain a CSR\n"))
  }

  /// One that the ledger knows.
  private static let error = "csr.invalid-name"

  @Test("says that nobody serves it")
  func unserved() throws {
    try begin([PodRow(pod: 1)], [])
    #expect(try status().text.hasSuffix("\n\nNobody serves it now.\n"))
  }

  @Test("names and lines with escapes show what they hold, and columns stay straight")
  func escapes() throws {
    try begin(
      [PodRow(pod: 1, id: "\u{1B}[2Jx"), PodRow(pod: 2, id: "日本")],
      [event(1, command: "\u{1B}]0;title\u{7}\n\u{202E}")])
    let text = try status(present: [:]).text
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x202E })
    #expect(text.contains("\\u{1b}[2Jx"))
    #expect(text.contains("\n2    日本"))
  }

  @Test("JSON is an array with one object a pod, whatever names hold")
  func json() throws {
    try begin(
      [PodRow(pod: 3, id: "a\"\u{1B}\\"), PodRow(pod: 4)],
      [event(1, pod: 3, age: 60, command: "x \"y\""), event(2, pod: 3, age: 9, error: Self.error)])
    let json = try status(present: [3: attendees()]).json
    let rows = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(rows.count == 2)
    let row = rows[0]
    #expect(
      Set(row.keys) == [
        "pod", "name", "served", "visits", "tasks", "points", "stuck", "lastCommand", "lastError",
        "idle",
      ])
    #expect(row["pod"] as? Int == 3)
    #expect(row["name"] as? String == "a\"\u{1B}\\")
    #expect((row["visits"] as? [[String: Any]])?.first?["manner"] as? String == "terminal")
    #expect((row["lastCommand"] as? [String: Any])?["line"] as? String == "x \"y\"")
    #expect((row["lastError"] as? [String: Any])?["id"] as? String == Self.error)
    #expect((row["lastError"] as? [String: Any])?["count"] as? Int == 1)
    #expect(row["idle"] as? Int == 5)
    #expect(rows[1]["name"] is NSNull && rows[1]["idle"] is NSNull && rows[1]["tasks"] is NSNull)
  }

  @Test("whoever has left, or was in a world that is gone, is not there")
  func attendance() {
    let attendance = Attendance()
    let (old, new) = (Journal(pod: 1), Journal(pod: 1))
    attendance.follow(old)
    let actor = Actor(visit: old.numberOfVisit(), user: "admin", source: .console)
    old.record(.begun(.terminal), at: "cms1a", by: actor)
    old.record(.refused(.password), at: "cms1a", by: nil)
    #expect(attendance.present.map(\.host) == ["cms1a"])
    old.record(.ended(.terminal), at: "cms1a", by: actor)
    #expect(attendance.present.isEmpty)
    attendance.follow(new)
    old.record(.begun(.terminal), at: "cms1a", by: actor)
    #expect(attendance.present.isEmpty)
    new.record(.begun(.sftp), at: "cms1b", by: actor)
    #expect(attendance.present.map(\.manner) == [.sftp])
    attendance.forget()
    #expect(attendance.present.isEmpty)
  }
}
