import Lab
import Testing
import Tutor

/// Files of tasks, read strictly.
@Suite struct TaskReadingTests {
  private static func set(_ yaml: String) throws(TaskSetError) -> TaskSet {
    try TaskSet(name: "x.yaml", source: Array(yaml.utf8))
  }

  /// A set with one task, which has that check.
  private static func check(_ check: String, more: String = "") throws(TaskSetError) -> Check {
    try set("\(more)\ntasks:\n- {id: a, text: b, check: \(check)}\n").tasks[0].check
  }

  @Test("a set has what its file says")
  func everything() throws {
    let set = try Self.set(
      """
      title: A certificate for $city
      briefing: You are at pod $pod.
      tell: message
      on: cms1b
      solve: all.txt
      variables: {city: [Paris]}
      tasks:
        - id: request
          title: The request
          text: Make a request for `cms1b.pod$pod.cms.lab`, which costs 5 $$.
          check: {request: cms1b.csr, names: [cms1b.pod$pod.cms.lab], onlyNames: true, bits: 2048}
          pass: Well done, $name.
          fail: Not yet.
          hints: [Letters only., {text: "pki csr", cost: 1}]
          points: 2
          solve: one.txt
          must: hold
          tell: nothing
        - id: rest
          text: The rest.
          check:
            all:
              - {file: cms1a.cer, on: pc1, sameAs: cms1a/cms1a.cer}
              - {not: {absent: cms1a.key}, on: cms1c, fail: There has to be a key.}
              - {said: match.success, when: ever}
      """)
    #expect(set.title == "A certificate for $city" && set.solve == "all.txt" && set.points == 3)
    let task = try #require(set["request"])
    #expect(task.hints == [LabTask.Hint("Letters only."), LabTask.Hint("pki csr", cost: 1)])
    #expect(task.mustHold && task.tell == .nothing && task.solve == "one.txt")
    #expect(task.check.machine == "cms1b")
    #expect(set["rest"]?.tell == .message && set["rest"]?.title == "rest")
    guard case .all(let checks) = set["rest"]?.check.condition else { return #expect(Bool(false)) }
    #expect(checks.map(\.machine) == ["pc1", "cms1c", nil])
    #expect(checks[1].fail == "There has to be a key." && checks[2].moment == .ever)
    let filled = set.filled(for: Trainee(pod: 12, name: "Ada"))
    #expect(filled.title == "A certificate for Paris")
    #expect(filled["request"]?.text.hasSuffix("`cms1b.pod12.cms.lab`, which costs 5 $.") == true)
    #expect(filled["request"]?.pass == "Well done, Ada.")
    guard case .request(_, let facts) = filled["request"]?.check.condition else {
      return #expect(Bool(false))
    }
    #expect(facts.names == ["cms1b.pod12.cms.lab"] && facts.onlyNames && facts.bits == 2_048)
    #expect(filled.filled(for: Trainee(pod: 1))["request"]?.text == filled["request"]?.text)
  }

  @Test("each pod draws a value of its own, and always the same")
  func variables() throws {
    let cities = ["Paris", "Rome", "Oslo", "Bern"]
    let set = try Self.set(
      "variables: {city: [\(cities.joined(separator: ", "))], town: [A, B]}\n"
        + "tasks: [{id: a, text: $city-$town, check: {file: a}}]")
    let texts = (1...40).map { set.filled(for: Trainee(pod: $0)).tasks[0].text }
    #expect(Set(texts).count == 8)
    #expect(texts == (1...40).map { set.filled(for: Trainee(pod: $0, name: "x")).tasks[0].text })
    #expect(texts.prefix(4) == ["Rome-B", "Bern-A", "Bern-A", "Rome-B"])
  }

  @Test(
    "what is wrong is refused at its place",
    arguments: [
      ("{fiel: a}", "check.fiel: unknown key; did you mean `file`?"),
      ("{on: cms1a}", "nothing says what is looked at"),
      ("{file: a, on: cms1d}", "on: `cms1d` is no machine of this lab; did you mean `cms1a`?"),
      ("{file: a/b}", "file: `a/b` is no file name"),
      ("{file: a, absent: b}", "a condition of its own"),
      ("{file: a, names: [b.c]}", "names: this does not belong to file, which has sameAs"),
      ("{file: a, sameAs: b}", "a machine and its file belong here"),
      ("{file: a, sameAs: pc2/b}", "`pc2` is no machine of this lab; did you mean `pc1`?"),
      ("{file: a, when: often}", "when: `often` is not possible here; there is now, ever"),
      ("{file: $city}", "`$city` is no variable; there is $pod, $name"),
      ("{file: $name}", "`$name` can be anything"),
      ("{file: a$.b}", "a dollar sign that stands for itself is written `$$`"),
      ("{request: a, issuer: b}", "issuer: this does not belong to request"),
      ("{chain: a, alone: true}", "alone: this does not belong to chain"),
      ("{request: a, onlyNames: true}", "`names` is missing"),
      ("{request: a, names: [a b]}", "`a b` is no alternative name"),
      ("{match: [a]}", "two files belong here"),
      ("{verify: {certificate: a}}", "check.verify.bundle: this key is missing"),
      ("{said: match.sucess}", "is no message; did you mean `match.success`?"),
      ("{said: file.not-found, values: {name: a}}", "is no value of file.not-found; there is file"),
      ("{typed: \":help\"}", "of the lines for the lab `:chain FILE` and `:why` show something"),
      ("{typed: \":chain a.cer\", of: match.failure}", "of: only `:why` tells of a message"),
      ("{typed: \":why\", of: match.failur}", "is no message; did you mean `match.failure`?"),
      ("{said: match.failure, of: match.failure}", "of: this does not belong to said"),
      (
        "{typed: \":chain a.cer\", about: pki list}",
        "about: only `:why` tells of a command's error"
      ),
      ("{typed: pki list, about: pki list}", "about: only `:why` tells of a command's error"),
      ("{answer: {type: pki csr a CN:b, is: c}}", "more than read; possible are date, help, "),
      ("{answer: {type: hostname b, is: c}}", "more than read"),
      ("{answer: {type: exit, is: c}}", "more than read"),
      ("{answer: {type: date, is: c}, on: pc1}", "only appliances are asked"),
      ("{chain: a, linked: false}", "`parts` is missing"),
      ("{all: []}", "there is no condition"),
      ("{done: b}", "done: `b` is no task of this set; did you mean `a`?"),
      ("{any: [{file: b}, {done: a}]}", "any[1].done: a task cannot wait for itself"),
      ("{done: a, file: b}", "a condition of its own"),
      ("{file: a, fail: \" \"}", "fail: this is empty"),
      ("{file: a, fail: \"\\e[1m\"}", "a control character is in this text, \\u{1b}"),
      ("&a {all: [*a]}", "anchors (&) are not allowed"),
      (
        String(repeating: "{not: ", count: 8) + "{file: a}" + String(repeating: "}", count: 8),
        "more than 8 conditions lie in each other"
      ),
      (
        "{all: [" + Array(repeating: "{file: a}", count: 64).joined(separator: ", ") + "]}",
        "a task has 64 conditions at most"
      ),
    ])
  func refusals(check: String, sentence: String) {
    #expect {
      _ = try Self.check(check)
    } throws: {
      "\($0)".hasPrefix("x.yaml:3:") && "\($0)".contains(sentence)
    }
  }

  private static func list(_ check: String, count: Int) -> String {
    "{all: [\(Array(repeating: check, count: count).joined(separator: ", "))]}"
  }

  /// Each has few conditions of its own, and the first many by way of the others.
  private static let manyTasks = """
    tasks:
    - {id: a, text: b, check: \(list("{done: b}", count: 2))}
    - {id: b, text: b, check: \(list("{done: c}", count: 8))}
    - {id: c, text: b, check: \(list("{file: a}", count: 14))}
    """

  @Test(
    "what is wrong around checks is refused at its place",
    arguments: [
      ("tasks: []", "x.yaml:1:8: tasks: there is no task"),
      ("title: a", "x.yaml:1:1: tasks: this key is missing"),
      (
        "tasks: [{id: a, text: b, check: {file: a}}, {id: a, text: b, check: {file: a}}]",
        "x.yaml:1:50: tasks[1].id: there is a task of this id already"
      ),
      ("tasks: [{id: a b, text: b, check: {file: a}}]", "tasks[0].id: `a b` is no id"),
      ("tasks: [{id: a, text: b, check: {file: a}, points: -1}]", "0 to 1000 is possible here"),
      (
        "tasks: [{id: a, text: b, check: {file: a}, hints: [c, {text: d, cost: 2}]}]",
        "tasks[0].hints[1].cost: the hints cost more than the task's 1 point"
      ),
      ("tasks: [{id: a, text: b, check: {file: a}, must: hodl}]", "did you mean `hold`?"),
      ("tell: all\ntasks: [{id: a, text: b, check: {file: a}}]", "there is fact, message, nothing"),
      (
        "scenario: expird\ntasks: []",
        "x.yaml:1:11: scenario: `expird` is no scenario; did you mean"
      ),
      ("variables: {pod: [a]}\ntasks: []", "variables.pod: `pod` has a meaning already"),
      ("variables: {a-b: [a]}\ntasks: []", "`a-b` is no variable"),
      ("variables: {a: []}\ntasks: []", "there is no value to draw"),
      (
        "variables: {n: [a, \"b c\"]}\ntasks: [{id: a, text: b, check: {file: $n}}]",
        "tasks[0].check.file: `b c` is no file name"
      ),
      (
        "tasks: [" + Array(repeating: "{}", count: 101).joined(separator: ",") + "]",
        "there may be 100 of these at most"
      ),
      (
        "tasks: [{id: a, text: b, check: {done: b}}, {id: b, text: b, check: {not: {done: a}}}]",
        "tasks[1].check.not.done: a task cannot wait for itself"
      ),
      (
        manyTasks,
        "a task has 256 conditions at most, with those of the tasks that it asks for: a -> b -> c"
      ),
      ("purpose: a", "this scenario has no tasks"),
    ])
  func more(yaml: String, sentence: String) {
    #expect { _ = try Self.set(yaml) } throws: { "\($0)".contains(sentence) }
  }

  @Test("the conditions of tasks that are asked for are not counted with the task's own")
  func conditions() throws {
    let many = Self.list("{file: a}", count: 60)
    let set = try Self.set(
      """
      tasks:
      - {id: a, text: b, check: {any: [{done: b}, \(many)]}}
      - {id: b, text: b, check: \(many)}
      """)
    guard case .any(let checks) = set.tasks[0].check.condition else { return #expect(Bool(false)) }
    #expect(checks.count == 2)
  }

  @Test("a scenario may have tasks, for the machines of its own lab")
  func scenario() throws {
    let yaml = """
      purpose: x
      briefing: At pod $pod.
      world: {appliances: {recorder: {names: [recorder.cms.lab], files: []}}}
      tasks: [{id: a, text: b, check: {absent: a.cer, on: recorder}}]
      """
    let scenario = try Scenario(name: "own", source: Array(yaml.utf8))
    let set = try #require(try TaskSet(of: scenario))
    #expect(set.name == "own" && set.scenario == "own" && set.tasks[0].check.machine == "recorder")
    #expect(set.filled(for: Trainee(pod: 3)).briefing == "At pod 3.")
    #expect(try TaskSet(name: "x", source: Array(yaml.utf8)).tasks.count == 1)
  }
}
