import ProgramSupport
import TestSupport
import Testing
import Threads
import Tutor

@testable import mmp

/// Where a solution goes wrong.
@Suite("Places in solutions")
struct TaskSolutionPlaceTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "set.yaml", "tasks: [{id: key, text: b, check: {file: a.key}, solve: solution.txt}]\n")
  }

  @Test(
    "a machine that is not in the lab is refused with its place",
    arguments: [
      (
        "cms1a> pki csr a CN:b.c\n[...]\n\ncms9x> pki csr zz CN:a.b\n[...]\n", ":4: the lab has no "
      ),
      ("cms9x> pki csr zz CN:a.b\n", ":1: no window here has the prompt \"cms9x>\""),
    ])
  func stranger(solution: String, sentence: String) throws {
    try folder.write("solution.txt", solution)
    let result = try Program.run("tasks", "check", "\(folder.path)/set.yaml")
    #expect(result.status != 0 && result.output == "")
    #expect(
      result.errors.contains("\(folder.path)/solution.txt\(sentence)"), "\(result.errors)")
  }

  @Test("a machine that got another name is none that is not there")
  func renamed() throws {
    try folder.write(
      "solution.txt",
      "cms1a> hostname cmsx\n[...]\ncms1a> reboot\ncmsx> pki csr a CN:b.c\n[...]\n")
    let result = try Program.run("tasks", "check", "\(folder.path)/set.yaml")
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test("of a solution that does not end it is told how far it has come")
  func endless() throws {
    let place = Whereabouts()
    place.words = "the solution of the task key has come to solution.txt:3"
    let gate = Monitor(false)
    #expect {
      try TaskCheckRun.bounded("a.yaml", within: 1, at: place) { () throws(Failure) in
        gate.wait { $0 ? () : nil }
      }
    } throws: {
      "\($0)".hasSuffix("seconds: the solution of the task key has come to solution.txt:3")
    }
    gate.withLock { $0 = true }
    // What is told on the way.
    try folder.write("solution.txt", "cms1a> pki csr a CN:b.c\n[...]\ncms1a> pki list\n[...]\n")
    let file = HostFile(path: "\(folder.path)/set.yaml")
    let (set, scenario) = try TaskSet.read(file)
    let told = Whereabouts()
    _ = try TaskTrial(of: set, in: scenario, beside: file).run(telling: told)
    #expect(told.words == "the solution of the task key has come to \(folder.path)/solution.txt:3")
  }
}
