import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("Files of scenarios")
struct ScenarioFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("good.yaml", "purpose: Another pod.\nworld: {pod: 8}\n")
    try folder.write("bad.yaml", "purpose: x\nworld:\n  applianses: {}\n")
    try folder.write("worse.yaml", "purpose: x\nworld: {authority: {age: 9223372036854775807}}\n")
    try folder.write("huge.yaml", "purpose: x\n")
    truncate("\(folder.path)/huge.yaml", 10 << 30)
  }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  @Test("check says ok or why not, for each, and the status tells")
  func check() throws {
    let good = try Program.run("scenarios", "check", path("good.yaml"), "expired")
    #expect(good.output == "ok      \(path("good.yaml"))\nok      expired\n")
    #expect(good.errors == "" && good.status == 0)
    let mixed = try Program.run(
      "scenarios", "check", path("bad.yaml"), path("good.yaml"), path("worse.yaml"),
      path("huge.yaml"), path("missing.yaml"), "expird")
    #expect(mixed.output == "ok      \(path("good.yaml"))\n")
    #expect(mixed.status == 66)
    let lines = mixed.errors.split(separator: "\n")
    #expect(lines.count == 6)
    #expect(
      lines[0] == "mmp: \(path("bad.yaml")):3:3: world.applianses: unknown key; "
        + "did you mean `appliances`?")
    #expect(lines[1].hasPrefix("mmp: \(path("worse.yaml")):2:26: world.authority.age: 0 to 20000"))
    #expect(lines[2] == "mmp: \(path("huge.yaml")) is larger than 1 MiB")
    #expect(lines[3] == "mmp: there is no scenario \(path("missing.yaml"))")
    #expect(lines[4] == "mmp: there is no scenario expird; did you mean expired?")
    #expect(lines[5] == "mmp: 5 of 6 scenarios refused")
  }

  @Test("list is what scenarios alone prints")
  func list() throws {
    let output = try Program.run("scenarios").output
    let list = try Program.run("scenarios", "list").output
    #expect(output.contains("fault-01") && output == list)
  }

  @Test("a scenario that is refused ends lab, console and serve with 66")
  func refused() throws {
    for command in ["lab", "console", "serve"] {
      for name in ["bad.yaml", "huge.yaml"] {
        let result = try Program.run(command, "--scenario", path(name))
        #expect(result.status == 66 && result.errors.contains(name))
      }
    }
  }

  @Test("a password file that is too large is refused")
  func passwordFile() throws {
    let result = try Program.run("serve", "--password-file", path("huge.yaml"))
    #expect(result.status == 66)
    #expect(result.errors == "mmp: \(path("huge.yaml")) is larger than 64 KiB\n")
  }

  @Test("one bad scenario does not end a run of transcripts")
  func run() throws {
    for name in ["bad", "huge", "good"] {
      try folder.write("\(name).txt", "#! scenario: \(name).yaml\ncms1a> \n")
    }
    let result = try Program.run("test", folder.path)
    let lines = result.output.split(separator: "\n")
    #expect(
      lines[0] == "BROKEN  \(path("bad.txt")): \(path("bad.yaml")):3:3: world.applianses: "
        + "unknown key; did you mean `appliances`?")
    #expect(lines[1] == "ok      \(path("good.txt"))")
    #expect(lines[2].hasSuffix("huge.yaml is larger than 1 MiB"))
    #expect(lines.last == "1 passed, 2 failed" && result.status == 66)
  }
}
