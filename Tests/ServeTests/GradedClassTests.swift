import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("A class that is graded")
struct GradedClassTests {
  private let home: TemporaryFolder
  private var state: String { "\(home.path)/class.mmp" }

  init() throws { home = try TemporaryFolder() }

  private func query(_ sql: String) throws -> String {
    try HostProgram.run("/usr/bin/sqlite3", ["-readonly", state, sql]).output
  }

  private func grades(_ format: String) throws -> Program.Result {
    try Program.run("class", "grade", "--state", state, "--format", format)
  }

  @Test("what real clients do passes, outlives a kill, and is graded as sqlite3 has it")
  func flow() throws {
    try home.write("roster.csv", "pod,id,last_name\n1,al,Lovelace\n2,ch,Church\n")
    let tasks = try Fixtures.tasks.text("first-request.yaml")
      .replacing("A key and", with: "For pod $pod a key and")
    try home.write("first-request.yaml", tasks)
    let options = [
      "--state", state, "--pods", "2", "--tasks", "\(home.path)/first-request.yaml",
    ]
    let first = try ServedLab(options + ["--roster", "roster.csv"], pods: 2, home: home)
    // Nobody was there yet.
    #expect(
      try query("SELECT title FROM grades WHERE task = 'request'")
        == "For pod 1 a key and its request\nFor pod 2 a key and its request\n")
    let cms1a = "cms1a.pod1.cms.lab"
    // The right names of another pod are wrong ones.
    #expect(try first.ssh(cms1a, "pki csr cms1a CN:cms1a.pod2.cms.lab").status == 0)
    #expect(try query("SELECT count(passed) FROM grades") == "0\n")
    #expect(try first.sftp("rm cms1a.key", "rm cms1a.csr", to: cms1a).status == 0)
    #expect(try first.ssh(cms1a, "pki csr cms1a CN:cms1a.pod1.cms.lab").status == 0)
    #expect(try first.sftp("get cms1a.csr", to: cms1a).status == 0)
    let wanted = "request\n"
    #expect(
      try Patience.sees { try query("SELECT task FROM grades WHERE passed NOT NULL") == wanted })
    _ = try HostProgram.run("/usr/bin/pkill", ["-KILL", "-f", "--", "--state \(state)"])
    _ = first.server.end()

    let pass = try query("SELECT passed, event FROM grades WHERE passed NOT NULL")
    let other = try ServedLab.start(
      ["--state", state, "--tasks", "none", "--port", "0"], home: home)
    #expect(other.end() == 64)
    #expect(try home.read("serve.err").contains("leave out --tasks"))
    let second = try ServedLab(["--state", state], pods: 2, home: home)
    #expect(try second.sftp("put cms1a.csr", to: "pc1.pod1.cms.lab").status == 0)
    #expect(try Patience.sees { try query("SELECT count(passed) FROM grades") == "2\n" })
    let status = try Program.run("class", "status", "--state", state)
    #expect(status.output.contains("2 of 2  3 of 3"))
    let csv = try grades("csv").output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(csv[0].count == 11 && csv.count == 3)
    #expect(csv[1][0] == "first-request" && csv[1][3] == "al" && csv[1][9] == "3.0")
    #expect(csv[2][3] == "ch" && csv[2][9] == "0.0" && csv[2][10] == "3.0")
    let served = try ["table", "csv", "moodle", "junit"].map { try grades($0).output }
    #expect(second.stop() == 0)
    #expect(try ["table", "csv", "moodle", "junit"].map { try grades($0).output } == served)
    #expect(
      try query("SELECT passed, event FROM grades WHERE task = 'request' AND pod = 1") == pass)
    // The same from the tables themselves.
    let sums = """
      SELECT a.pod, sum(max(0, t.points - p.cost)) FROM passes p
      JOIN attempts a ON a.id = p.attempt AND a.ended IS NULL AND a.name IS NULL
      JOIN tasks t ON t.attempt = a.id AND t.task = p.task
      WHERE p.passed IS NOT NULL GROUP BY a.pod
      """
    #expect(try query(sums) == "1|3\n")
    #expect(try query("SELECT pod, sum(points) FROM grades GROUP BY pod") == "1|3\n2|0\n")

    // A new attempt begins with nothing; the old one stays.
    #expect(try Program.run("class", "reset", "1", "--state", state).status == 0)
    #expect(try query("SELECT count(passed) FROM grades") == "0\n")
    #expect(try query("SELECT count(*) FROM passes WHERE passed NOT NULL") == "2\n")
  }
}
