import Foundation
import ProgramSupport
import Testing

@Suite("mmp test: files, options, statuses")
struct TestCommandTests {
  private static let good = "cms1a> version\n2.9.0\n"
  private static let bad = "cms1a> version\n2.8.0\n"

  private static func lines(_ result: Program.Result) -> [Substring] {
    result.output.split(separator: "\n")
  }

  @Test("--update says UPDATED, shows the diff and is content; --check and no flag write nothing")
  func update() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "#: why\n\(Self.bad)\n#: end\n")
    for flags in [["--check"], []] as [[String]] {
      let result = try Program.run(Program.executable, ["test"] + flags + [folder.path])
      #expect(result.status == 1 && result.output.hasPrefix("DIFFERS "))
      #expect(try folder.read("a.txt") == "#: why\n\(Self.bad)\n#: end\n")
    }
    let result = try Program.run("test", "--update", folder.path)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("UPDATED \(folder.path)/a.txt\n---"))
    #expect(result.output.contains("-2.8.0\n+2.9.0\n"))
    #expect(result.output.hasSuffix("\n1 passed, 0 failed\n"))
    #expect(try folder.read("a.txt") == "#: why\n\(Self.good)\n#: end\n")
    #expect(try Program.run("test", folder.path).output.hasPrefix("ok "))
  }

  @Test(
    "wrong usage is 64",
    arguments: [
      ["--update", "--check", "README.md"], ["--update", "-"], ["-", "-"],
      ["-j", "0", "README.md"],
      ["-j", "x", "README.md"], ["-j", "-1", "README.md"], ["--filter"], ["--frob", "README.md"],
    ])
  func usage(arguments: [String]) throws {
    let result = try Program.run(Program.executable, ["test"] + arguments)
    #expect(result.status == 64 && result.output == "" && !result.errors.isEmpty)
  }

  @Test("--filter keeps the files whose path contains it, and says when none does")
  func filter() throws {
    let folder = try TemporaryFolder()
    try folder.write("one.txt", Self.good)
    try folder.write("two.txt", Self.bad)
    try folder.write("none.dat", "x")
    let result = try Program.run("test", "--filter", "one.t", folder.path)
    #expect(result.output == "ok      \(folder.path)/one.txt\n1 passed, 0 failed\n")
    #expect(result.status == 0 && result.errors == "")
    let nothing = try Program.run("test", "--filter", "three", folder.path)
    #expect(nothing.status == 66 && nothing.output == "")
    #expect(
      nothing.errors == "mmp: no transcripts in \(folder.path) whose path contains \"three\"\n")
  }

  @Test(
    "any number at a time gives the same report in the same order", arguments: ["2", "7", "64"])
  func jobs(number: String) throws {
    let folder = try TemporaryFolder()
    for index in 10..<40 {
      // Worlds of their own: each serial number starts again.
      let slow = index % 5 == 0 ? "C:\\>ver\n[...]\n" : ""
      try folder.write("\(index).txt", slow + "cms1a> hostname x\(index)\n[...]\n" + Self.good)
    }
    try folder.write("15.txt", "#! x\n")
    try folder.write("25.txt", "cms-1a$ \n")
    let one = try Program.run("test", "-j", "1", folder.path)
    let many = try Program.run("test", "-j\(number)", folder.path)
    #expect(many.output == one.output && many.errors == one.errors && many.status == one.status)
    #expect(Self.lines(one).filter { !$0.hasPrefix(" ") }.count > 30)
  }

  @Test("- reads a transcript from standard input; its header speaks of the current folder")
  func standardInput() throws {
    let text = "#! files: fixtures/files/pki\ncms1a> pki list\n[...]\n"
    let result = try Program.run("test", "-", "README.md", input: text)
    #expect(result.output == "ok      -\nok      README.md\n2 passed, 0 failed\n")
    let bad = try Program.run("test", "-", input: Self.bad)
    #expect(bad.status == 1 && bad.output.hasPrefix("DIFFERS -:2\n--- -\texpected\n"))
    let none = try Program.run("test", "-", input: "")
    #expect(none.status == 66 && none.output.hasPrefix("BROKEN  -: no prompt found"))
  }

  @Test("one bad file does not end a run: it is BROKEN, and the status says so")
  func broken() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", Self.good)
    try folder.write("b.txt", "prose\n")
    try folder.write("c.txt", "cms-1a$ ls\n")
    try Data([0xFF, 0xFE, 0x63, 0x00]).write(to: URL(filePath: "\(folder.path)/d.txt"))
    try folder.write("huge.txt", "cms1a> \n")
    truncate("\(folder.path)/huge.txt", 1 << 40)
    try folder.write("z.txt", Self.bad)
    let missing = "\(folder.path)/missing.txt"
    let result = try Program.run("test", missing, folder.path)
    let lines = Self.lines(result).filter { !"-+@ ".contains($0.first ?? " ") }
    let path = folder.path
    #expect(lines[0] == "BROKEN  \(missing): cannot read \(missing)")
    #expect(lines[1] == "ok      \(path)/a.txt")
    #expect(lines[2].hasPrefix("BROKEN  \(path)/b.txt: line 1: before the first prompt stand only"))
    #expect(
      lines[3] == "BROKEN  \(path)/c.txt: line 1: no window here has the prompt \"cms-1a$\"; "
        + "prompts are \"cms1a> \" of a console (any host name), \"C:\\...>\" of PC1 and \"psftp> \""
    )
    #expect(lines[4] == "BROKEN  \(path)/d.txt: the file is UTF-16; save it as UTF-8")
    #expect(lines[5] == "BROKEN  \(path)/huge.txt: \(path)/huge.txt is larger than 64 MiB")
    #expect(lines[6] == "DIFFERS \(path)/z.txt:2")
    #expect(lines.last == "1 passed, 6 failed")
    #expect(result.status == 66)
  }

  @Test("mistakes in a transcript are 1, also without any difference")
  func mistakes() throws {
    for text in ["#! frob: x\ncms1a> \n", "cms1a> \n[a=..]\n[a=..]\n", "#! release: x\ncms1a> \n"] {
      let result = try Program.run("test", "-", input: text)
      #expect(result.status == 1 && result.output.hasPrefix("BROKEN  -: "))
    }
  }

  @Test("a folder's transcripts are known by their beginning; what is passed over is named")
  func search() throws {
    let folder = try TemporaryFolder()
    let files = FileManager.default
    try files.createDirectory(atPath: "\(folder.path)/sub/.git", withIntermediateDirectories: true)
    try folder.write("a.log", "\u{FEFF}# seen\n\n#! grade: VERBATIM\n\(Self.good)")
    try folder.write("b", "C:\\Users\\admin\\Desktop\\Certificates>ver\n[...]\n")
    try folder.write("c.md", "# Title\n```console\n\(Self.good)```\n")
    try folder.write("d.md", "# Title\n```console\n$ ls\n```\n")
    try folder.write("e.sh", "#!/bin/sh\necho\n")
    try folder.write("sub/f.transcript", Self.good)
    try folder.write("sub/g.dat", "\u{0}\u{1}")
    try folder.write(".hidden.txt", "broken")
    try folder.write("sub/.git/h.txt", "broken")
    try folder.write("big", Self.good)
    truncate("\(folder.path)/big", 5 << 20)
    mkfifo("\(folder.path)/pipe", 0o600)
    symlink("a.log", "\(folder.path)/link.txt")
    let result = try Program.run("test", "\(folder.path)/")
    let path = folder.path
    #expect(
      result.output == """
        ok      \(path)/a.log
        ok      \(path)/b
        ok      \(path)/c.md
        ok      \(path)/sub/f.transcript
        4 passed, 0 failed

        """)
    #expect(
      result.errors == "mmp: passed over 6 files that are no transcripts: \(path)/big, "
        + "\(path)/d.md, \(path)/e.sh, ...\n")
    #expect(result.status == 0)
  }

  @Test("notes are lines of the report and decide nothing")
  func notes() throws {
    let near = try Program.run("test", "-", input: "cms1a> version\n[....]\n")
    #expect(near.output.hasPrefix("DIFFERS -:2\nnote    -:2: [....] is text here;"))
  }

  @Test("a JUnit report bears times; one that cannot be written is 73")
  func junit() throws {
    let folder = try TemporaryFolder()
    let file = "\(folder.path)/report.xml"
    #expect(try Program.run("test", "README.md", "--junit", file).status == 0)
    let report = try folder.read("report.xml")
    #expect(report.contains(#/<testsuites [^>]* time="\d+\.\d{3}">/#))
    #expect(report.contains(#/<testcase [^>]*name="README.md" time="\d+\.\d{3}"/>/#))
    let result = try Program.run("test", "README.md", "--junit", "no/such/folder/report.xml")
    #expect(result.status == 73 && result.output == "" && result.errors.hasPrefix("mmp: "))
  }

  @Test("output that cannot be written is 74")
  func fullDisk() throws {
    let result = try Program.run(
      URL(filePath: "/bin/sh"),
      ["-c", "\(Program.executable.path) test README.md > /dev/full"])
    #expect(result.status == 74)
    #expect(result.errors == "mmp: cannot write standard output: No space left on device\n")
  }

  @Test("a terminal is shown colours, unless its user does not want them")
  func colour() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", Self.good)
    try folder.write("b.txt", Self.bad)
    let screen = { (environment: [String: String]) throws in
      try Terminal(
        Program.executable.path, ["test", folder.path], environment: environment,
        folder: folder.path
      ).endAndScreen()
    }
    let painted = try screen(["TERM": "xterm"])
    #expect(painted.status == 1)
    #expect(painted.screen.contains("\u{1B}[32mok\u{1B}[0m      \(folder.path)/a.txt\r\n"))
    #expect(painted.screen.contains("\u{1B}[31mDIFFERS\u{1B}[0m \(folder.path)/b.txt:2\r\n"))
    #expect(painted.screen.contains("\u{1B}[31m-2.8.0\u{1B}[0m\r\n\u{1B}[32m+2.9.0\u{1B}[0m\r\n"))
    #expect(painted.screen.contains("\r\n--- \(folder.path)/b.txt"))
    for environment in [["TERM": "dumb"], ["TERM": "xterm", "NO_COLOR": "1"]] {
      #expect(try !screen(environment).screen.contains("\u{1B}"))
    }
    #expect(try !Program.run("test", folder.path).output.contains("\u{1B}"))
  }
}
