import Foundation
import Lab
import ProgramSupport
import TestSupport
import Testing
import Threads

@testable import mmp

@Suite("Files of tasks")
struct TaskFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "passes.yaml", "tasks: [{id: a, text: b, check: {file: cms1b.key, on: cms1b}}]\n")
    try folder.write("good.yaml", set(solve: "good.txt"))
    try folder.write("differs.yaml", set(solve: "differs.txt"))
    try folder.write("asks.yaml", set(solve: "asks.txt"))
    try folder.write("fails.yaml", set(solve: "fails.txt"))
    try folder.write("bad.yaml", "tasks: [{id: a, text: b, chek: {}}]\n")
    try folder.write(
      "good.txt",
      "cms1a> pki csr a CN:b.c\n[...]\nCSR file a.csr ready for download via SFTP\n")
    try folder.write("differs.txt", "cms1a> pki csr a CN:b.c\nDone.\n")
    try folder.write(
      "asks.txt", "C:\\Users\\admin\\Desktop\\Certificates>psftp admin@cms1a\n[...]\n")
    try folder.write("fails.txt", "cms1a> hostname\n[..]\n")
  }

  private func set(solve: String) -> String {
    "tasks: [{id: key, text: b, check: {file: a.key}, solve: \(solve)}]\n"
  }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  @Test("check says ok or why not, for each, and the status tells")
  func check() throws {
    let good = try Program.run("tasks", "check", path("good.yaml"))
    #expect(good.output == "ok      \(path("good.yaml"))\n")
    #expect(good.errors == "" && good.status == 0)
    let names = ["passes", "differs", "good", "asks", "fails"]
    let wrong = try Program.run(["tasks", "check"] + names.map { path("\($0).yaml") })
    #expect(wrong.output == "ok      \(path("good.yaml"))\n" && wrong.status == 1)
    for sentence in [
      "passes.yaml:1:9: the task a passes before anything is done: cms1b.key on cms1b is there.",
      "differs.txt:2: the lab answers otherwise",
      "asks.txt:2: at its end nobody answers `Please enter password: `",
      "fails.yaml:1:9: the task key does not pass after \(path("fails.txt")): a.key is not on cms1a",
      "mmp: 4 of 5 sets refused",
    ] { #expect(wrong.errors.contains(sentence), "\(wrong.errors)") }
    let bad = try Program.run("tasks", "check", path("bad.yaml"), path("none.yaml"), "first-reqest")
    #expect(bad.status == 66 && bad.output == "")
    #expect(bad.errors.contains("bad.yaml:1:26: tasks[0].chek: unknown key; did you mean `check`?"))
    #expect(bad.errors.contains("there are no tasks \(path("none.yaml"))\n"))
  }

  @Test("the sets that come with the program are solved by their solutions")
  func built() throws {
    let sets = try FileManager.default.contentsOfDirectory(atPath: Fixtures.tasks.path)
      .filter { $0.hasSuffix(".yaml") }.map { "\(Fixtures.tasks.path)/\($0)" }
    let scenarios = Scenario.all.filter {
      String(decoding: $0.source, as: UTF8.self).contains("\ntasks:")
    }
    .map { "\(Fixtures.scenarios.path)/\($0.name).yaml" }
    let files = (sets + scenarios).sorted()
    let result = try Program.run(["tasks", "check"] + files)
    #expect(result.output == files.map { "ok      \($0)\n" }.joined(), "\(result.errors)")
    #expect(result.status == 0)
  }

  @Test("a scenario's tasks are read when it is checked, and tried as a set's are")
  func scenario() throws {
    for machine in ["cms1a", "cms9"] {
      try folder.write(
        "\(machine).yaml",
        "purpose: x\ntasks: [{id: a, text: b, check: {file: a.key, on: \(machine)}, "
          + "solve: good.txt}]\n")
    }
    for command in ["scenarios", "tasks"] {
      let result = try Program.run(command, "check", path("cms1a.yaml"), path("cms9.yaml"))
      #expect(result.output == "ok      \(path("cms1a.yaml"))\n", "\(result.errors)")
      #expect(result.status == 66)
      #expect(result.errors.contains("cms9.yaml:2:"))
      #expect(
        result.errors.contains(
          "tasks[0].check.on: `cms9` is no machine of this lab; there is cms1a, "))
    }
  }

  @Test("who waits for what never ends is told so")
  func endless() throws {
    let gate = Monitor(false)
    #expect {
      try TaskCheckRun.bounded("a.yaml", within: 1) { () throws(Failure) in
        gate.wait { $0 ? () : nil }
      }
    } throws: {
      "\($0)".hasPrefix("a.yaml: its solutions did not end within")
    }
    gate.withLock { $0 = true }
    #expect(try TaskCheckRun.bounded("") { () throws(Failure) in 1 } == 1)
  }

  @Test("list shows the sets, and the tasks of one")
  func list() throws {
    let all = try Program.run("tasks").output
    #expect(all == (try Program.run("tasks", "list").output) && all.contains(" tasks  "))
    #expect(try Program.run("tasks", "list", path("good.yaml")).output == "key  1 point  key\n")
    #expect(try Program.run("tasks", "list", path("bad.yaml")).status == 66)
  }
}
