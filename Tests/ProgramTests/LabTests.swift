import Foundation
import Lab
import ProgramSupport
import TestSupport
import Testing

@Suite("mmp lab")
struct LabTests {
  @Test("docs/scenarios.md is what mmp scenarios --page prints (make docs)")
  func page() throws {
    let page = try Checkout.docs.text("scenarios.md")
    #expect(page == (try Program.run("scenarios", "--page").output))
  }

  @Test("mmp scenarios lists names that give nothing away, and with --spoil those that do")
  func list() throws {
    let lines = try Program.run("scenarios").output.split(separator: "\n")
    #expect(lines.map { String($0.prefix { $0 != " " }) } == Scenario.neutralNames)
    let spoiled = try Program.run("scenarios", "--spoil").output
    for scenario in Scenario.all {
      #expect(spoiled.contains(scenario.name))
      // Behind the name, whose own is no secret where there is no fault.
      let shown = lines.joined(separator: "\n")
      #expect(scenario.fault.actions.isEmpty || !shown.contains(scenario.name))
    }
  }

  @Test("PC1's folder comes from a folder and goes to one; input ends at the prompt")
  func folders() throws {
    let (source, target) = (try TemporaryFolder(), try TemporaryFolder())
    try source.write("note.txt", "hello\n")
    let result = try Program.run(
      "lab", "--files", source.path, "--save", target.path, input: "type note.txt\necho x> y.txt\n")
    #expect(result.output.contains("note.txt\nhello\n"))
    #expect(result.output.hasSuffix("Certificates>\n"))
    #expect(try target.read("note.txt") == "hello\n")
    #expect(try target.read("y.txt") == "x\r\n")
    #expect(result.status == 0 && result.errors == "")
  }

  @Test("a name that Windows keeps for itself is refused, and nothing is begun")
  func deviceNames() throws {
    let (source, target) = (try TemporaryFolder(), try TemporaryFolder())
    try source.write("a.cer", "x\n")
    try source.write("nul.cer", "x\n")
    let world = "\(target.path)/lab.mmp"
    let result = try Program.run("lab", "--files", source.path, "--world", world, "-c", "dir")
    #expect(result.status == 66 && result.output == "")
    #expect(
      result.errors == "mmp: \(source.path)/nul.cer: Windows has no files of that name, so PC1 "
        + "cannot have it; rename it\n")
    #expect(!FileManager.default.fileExists(atPath: world))
    #expect(try Program.run("console", "--files", source.path, "-c", "pki list").status == 0)
  }

  @Test("a file whose place a folder has is said to be, by its name")
  func folderInPlace() throws {
    let folder = try TemporaryFolder()
    let world = "\(folder.path)/lab.mmp"
    _ = try Program.run("lab", "--world", world, "-c", "md a.cer")
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/kit", withIntermediateDirectories: true)
    try folder.write("kit/a.cer", "x\n")
    let result = try Program.run(
      "lab", "--world", world, "--files", "\(folder.path)/kit", "-c", "dir")
    #expect(result.status == 66)
    #expect(
      result.errors.hasPrefix("mmp: a.cer cannot be put on PC1: PC1 has a folder where a file is"))
  }

  @Test("a scenario starts on its appliance, by name or from a file")
  func scenario() throws {
    let verify = "pki verify cms1a.cer cmslab-root-ca.cer\n"
    for name in ["expired", Fixtures.scenarios.path(of: "expired.yaml")] {
      let result = try Program.run("console", "--scenario", name, input: verify)
      #expect(result.output.contains("certificate has expired"))
    }
    let result = try Program.run("lab", "--scenario", "no-such")
    #expect(result.status == 66 && result.errors.contains("there is no scenario no-such"))
  }

  @Test("the window above the prompt is printed once at a terminal; Ctrl-D leaves psftp, then PC1")
  func terminal() throws {
    let terminal = try Terminal("lab")
    let prompt = "Certificates>"
    let start = try #require(terminal.expect(prompt))
    #expect(start.contains("\r\nC:\\Users"))
    terminal.type("psftp admin@cms1b.pod7.cms.lab\n")
    #expect(terminal.expect("Please enter password: ") != nil)
    terminal.type("c1sco123\n")
    #expect(terminal.expect("psftp> ") != nil)
    // libedit shows its prompt a moment before it takes the keys over from the line discipline.
    #expect(Patience.sees { !terminal.echoes })
    terminal.type("\u{4}")
    #expect(terminal.expect("quit") != nil)
    #expect(terminal.expect(prompt) != nil)
    // libedit shows its prompt a moment before it takes the keys over from the line discipline.
    #expect(Patience.sees { !terminal.echoes })
    terminal.type("\u{4}")
    #expect(terminal.end() == 0)
  }

  @Test("what --record writes down in the lab can be replayed")
  func record() throws {
    let folder = try TemporaryFolder()
    let file = "\(folder.path)/session.txt"
    let typed = "dir\npsftp admin@cms1b.pod7.cms.lab\nc1sco123\nget cms1b.csr\nexit\ndir\nexit\n"
    _ = try Program.run("lab", "--record", file, "--clock", "2026-11-23", input: typed)
    let result = try Program.run("test", file)
    #expect(result.output.hasSuffix("1 passed, 0 failed\n"), "\(result.output)")
  }
}
