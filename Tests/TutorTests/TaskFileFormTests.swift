import Lab
import Testing
import Words

@testable import Tutor

/// What editors make of files of tasks, and names in them.
@Suite("Forms of files of tasks")
struct TaskFileFormTests {
  private static func set(_ yaml: String) throws(TaskSetError) -> TaskSet {
    try TaskSet(name: "x.yaml", source: Array(yaml.utf8))
  }

  private static func fault(_ yaml: [UInt8]) -> String {
    do throws(TaskSetError) {
      _ = try TaskSet(name: "x.yaml", source: yaml)
      return ""
    } catch { return "\(error)" }
  }

  private static let one = "tasks: [{id: a, text: b, check: {file: c}}]\n"

  @Test("a byte order mark is passed over, and 16-bit units are named")
  func marks() throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let set = try TaskSet(name: "x", source: mark + Array("title: x\n\(Self.one)".utf8))
    #expect(set.title == "x" && set.tasks.count == 1)
    let scenario = try Scenario(name: "x", source: mark + Array("purpose: p\npage: done\n".utf8))
    #expect(scenario.purpose == "p")
    #expect(Self.fault(mark + Array("title: [\n".utf8)).hasPrefix("x.yaml:2:1: "))
    #expect(Self.fault(mark + Array("titel: x\n".utf8)).hasPrefix("x.yaml:1:1: "))
    let low = Self.one.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let high = Self.one.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for units in [[0xFF, 0xFE] + low, [0xFE, 0xFF] + high, low, high] {
      #expect(Self.fault(units) == "x.yaml:1:1: the file is UTF-16; save it as UTF-8")
    }
  }

  @Test("ids that differ in case only are refused")
  func ids() {
    let yaml = """
      tasks:
      - {id: key, text: b, check: {file: c}}
      - {id: Key, text: b, check: {file: c}}
      """
    #expect(
      Self.fault(Array(yaml.utf8))
        == "x.yaml:3:8: tasks[1].id: there is a task key already, which differs in case only")
  }

  @Test("tasks that wait for each other are named, and so is a long way")
  func ways() {
    let loop = """
      tasks:
      - {id: a, text: b, check: {done: b}}
      - {id: b, text: b, check: {any: [{file: c}, {done: c}]}}
      - {id: c, text: b, check: {done: b}}
      """
    #expect(
      Self.fault(Array(loop.utf8)).hasSuffix(
        "a task cannot wait for itself, by way of others: b -> c -> b"))
    let chain = (1...9).map { "- {id: t\($0), text: b, check: {done: t\($0 + 1)}}" }
    let yaml =
      "tasks:\n" + chain.joined(separator: "\n") + "\n- {id: t10, text: b, check: {file: c}}"
    #expect(
      Self.fault(Array(yaml.utf8)).contains(
        "conditions lie in each other, by way of the tasks t1 -> t2 -> "))
  }

  @Test("what must not be so is said once, however deep `not` lies")
  func nested() throws {
    let set = try Self.set(
      "tasks: [{id: a, text: b, check: {not: {not: {not: {absent: c}}}}}]")
    let world = try World(now: { 1_795_424_400 })
    let fact = set.tasks[0].check.holds(in: Look(at: world)).fact
    #expect(fact == "c is not on cms1a. That must not be so.")
  }

  @Test(
    "a trainee's name is no Markdown, and stays as it is in code",
    arguments: ["`x` **y**", "_a_ [b](c)", "# Ada", "- Ada", "Ada\\", "O'Neil-Smith"])
  func names(name: String) throws {
    let set = try Self.set(
      """
      briefing: $name, go on.
      tasks:
      - {id: a, title: For $name, text: "$name, it is `$$5` to **$name**.", check: {file: c}}
      - {id: b, text: "Type `echo $name`, $name.", check: {file: c}}
      """
    ).filled(for: Trainee(pod: 1, name: name))
    #expect(MarkdownLines.lines(of: set.tasks[0].text) == ["\(name), it is $5 to \(name)."])
    #expect(MarkdownLines.lines(of: set.briefing ?? "") == ["\(name), go on."])
    #expect(set.tasks[0].title == "For \(name)")
    if !name.contains("`") {
      #expect(MarkdownLines.lines(of: set.tasks[1].text) == ["Type echo \(name), \(name)."])
    }
  }
}
