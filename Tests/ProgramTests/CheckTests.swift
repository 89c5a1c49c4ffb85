import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("Tasks of a kept world")
struct CheckTests {
  private let folder: TemporaryFolder
  private var world: String { "\(folder.path)/lab.mmp" }

  init() throws { folder = try TemporaryFolder() }

  private static let two = """
    tasks:
    - {id: one, text: a, title: First, check: {file: one.key, fail: Make one.key.}, points: 2}
    - {id: two, text: b, title: Second, check: {file: note.txt, on: pc1}}
    """

  private static let request = "fixtures/tasks/first-request.yaml"

  private func check(_ options: String...) throws -> Program.Result {
    try Program.run(["check", "--world", world] + options)
  }

  @Test("are looked at from outside, and change nothing by that")
  func looks() throws {
    try folder.write("two.yaml", Self.two)
    let tasks = "\(folder.path)/two.yaml"
    _ = try Program.run("lab", "--world", world, "--tasks", tasks, "-c", "ver")
    let first = try check()
    #expect(first.status == 1)
    #expect(
      first.output == """
        open    one  First: Make one.key. one.key is not on cms1a.
        open    two  Second: note.txt is not on PC1.
        0 of 2 tasks done, 0 of 3 points

        """)
    _ = try Program.run("console", "--world", world, "-c", "pki csr one CN:a.b")
    #expect(try check().output.hasPrefix("passed  one  First\nopen    two  Second: "))
    _ = try Program.run("lab", "--world", world, "-c", "echo x > note.txt")
    let last = try check()
    #expect(last.status == 0 && last.output.hasSuffix("2 of 2 tasks done, 3 of 3 points\n"))
    // What was done is kept, and the text of its tasks.
    try FileManager.default.removeItem(atPath: tasks)
    _ = try Program.run("lab", "--world", world, "-c", "del note.txt")
    #expect(try check().status == 0)
    let json = try JSONSerialization.jsonObject(with: Data(try check("--json").output.utf8))
    #expect((json as? [[String: Any]])?.map { $0["passed"] as? Bool } == [true, true])
    let rows = try HostProgram.run(
      "/usr/bin/sqlite3",
      [world, "SELECT task, points, max_points, tries, event IS NOT NULL FROM grades"])
    #expect(rows.output == "one|2|2|0|1\ntwo|1|1|0|1\n")
  }

  @Test("say all that is missing, in a line without marks of Markdown or for terminals")
  func words() throws {
    let words = String(repeating: "word ", count: 40)
    try folder.write(
      "marked.yaml",
      """
      tasks:
      - id: one
        title: "A \\u202Etitle"
        text: a
        check: {file: one.key}
        fail: |
          Make `one.key` with **pki csr**:
          - \(words)

          ```
          pki csr one CN:a_b_c
          ```

      """)
    _ = try Program.run(
      "lab", "--world", world, "--tasks", "\(folder.path)/marked.yaml", "-c", "ver")
    #expect(
      try check().output == """
        open    one  A \\u{202e}title: Make one.key with pki csr: - \(words)pki csr one CN:a_b_c \
        one.key is not on cms1a.
        0 of 1 tasks done, 0 of 1 points

        """)
  }

  @Test("go on to be those it was begun with")
  func refused() throws {
    try folder.write("two.yaml", Self.two)
    let tasks = "\(folder.path)/two.yaml"
    _ = try Program.run("lab", "--world", world, "--tasks", tasks, "-c", "ver")
    for other in [Self.request, "none"] {
      let result = try Program.run("lab", "--world", world, "--tasks", other, "-c", "ver")
      #expect(result.status == 64 && result.errors.contains("leave out --tasks to go on with it"))
    }
    #expect(try Program.run("lab", "--world", world, "--tasks", tasks, "-c", "ver").status == 0)
    let fresh = try Program.run(
      "console", "--world", world, "--fresh", "--tasks", Self.request, "-c", "version")
    #expect(fresh.status == 0)
    #expect(try check().output.contains("request"))
    // Another set may still be looked for.
    #expect(try check("--tasks", tasks).output.hasPrefix("open    one  First"))
  }

  @Test("are given to a world that was begun without a word about any")
  func later() throws {
    _ = try Program.run("console", "--world", world, "-c", "pki csr cms1a CN:cms1a.pod7.cms.lab")
    let result = try Program.run(
      "lab", "--world", world, "--tasks", Self.request, "-c", "ver")
    #expect(result.status == 0)
    #expect(try check().output.hasPrefix("passed  request "))
  }

  @Test("count what was typed in a world before it had any, and then on")
  func earlier() throws {
    _ = try Program.run("console", "--world", world, "-c", "pki csr dbclusterclient CN:postgres")
    let wanted = "passed  csr-dbclusterclient "
    #expect(try check().output.contains(wanted))
    for name in ["cms1a", "dbclusterserver"] {
      let names = "CN:cms1a.pod7.cms.lab subjectAltName:cms1b.pod7.cms.lab,cms1c.pod7.cms.lab"
      _ = try Program.run("console", "--world", world, "-c", "pki csr \(name) \(names)")
    }
    _ = try Program.run("lab", "--world", world, "-c", "ver")
    for name in ["cms1a", "dbclusterserver", "dbclusterclient"] {
      let get = "echo get \(name).csr | psftp cms1a -l admin -pw c1sco123"
      _ = try Program.run("lab", "--world", world, "-c", get)
    }
    let result = try check().output
    #expect(result.contains(wanted) && result.contains("passed  fetch-requests "), "\(result)")
  }

  @Test("are looked at while the world is open elsewhere")
  func open() throws {
    try folder.write("two.yaml", Self.two)
    let window = try Terminal(
      Program.path, ["lab", "--world", world, "--tasks", "two.yaml"],
      environment: ["TERM": "xterm", "HOME": folder.path, "ASAN_OPTIONS": "detect_leaks=0"],
      folder: folder.path)
    #expect(window.expect("Certificates>") != nil)
    window.type("echo x > note.txt\n")
    #expect(window.expect("Certificates>") != nil)
    let result = try check()
    #expect(result.status == 1 && result.output.contains("passed  two  Second"))
    window.type("exit\n")
    #expect(window.end() == 0)
  }

  @Test("are none where there is no such file, and bad sets are refused at their places")
  func missing() throws {
    #expect(try check().status == 66)
    try folder.write("bad.yaml", "tasks:\n- {id: a, text: b, check: {fyle: x}}\n")
    let result = try Program.run(
      "lab", "--world", world, "--tasks", "\(folder.path)/bad.yaml", "-c", "ver")
    #expect(result.status == 66 && result.errors.contains("bad.yaml:2:"))
    let unknown = try Program.run("serve", "--tasks", "first-requst")
    #expect(unknown.status == 66 && unknown.errors.contains("there are no tasks"))
  }
}
