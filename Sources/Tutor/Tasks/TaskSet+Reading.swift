public import Lab
import Words
import YAML

/// What a set is read from.
struct TaskFields {
  var title: Field?
  var briefing: Field?
  /// As it is written.
  var scenario: String?
  var variables: Field?
  var solve: Field?
  var tell: Field?
  var on: Field?
  var tasks: Field
  /// What it is called if there is no title.
  let fallbackTitle: String
}

extension TaskSet {
  /// The largest file that is taken for a set, in bytes.
  public static let largestFile = Node.largestFile

  /// Reads a set from a file of its own, or from a scenario's.
  ///
  /// - Parameters:
  ///   - name: what it is called.
  ///   - source: the bytes of the file.
  ///   - file: its name in messages; nil for `name`.
  ///   - find: the scenario that it is for, by the name or path it has for that; nil if there is
  ///     none. Only those that come with the program are found unless it is given.
  /// - Throws: the first fault, with its place.
  public init(
    name: String, source: [UInt8], file: String? = nil,
    scenario find: (String) throws(WorldError) -> Scenario? = { Scenario.named($0) }
  ) throws(TaskSetError) {
    do {
      let node = try Node(reading: source, file: file ?? name)
      if node["purpose"] != nil {
        let scenario = try Scenario(name: file ?? name, source: source)
        guard let set = try TaskSet(of: scenario, name: name) else {
          throw Field(node).refused("this scenario has no tasks")
        }
        self = set
        return
      }
      let fields = try Fields(Field(node), keys: TaskSetKey.self)
      var scenario: Scenario?
      if let field = fields[.scenario] {
        scenario = try Self.scenario(field, find)
      }
      let lesson = TaskFields(
        title: fields[.title], briefing: fields[.briefing],
        scenario: try fields[.scenario]?.string(), variables: fields[.variables],
        solve: fields[.solve], tell: fields[.tell], on: fields[.on],
        tasks: try fields.required(.tasks), fallbackTitle: name)
      self = try TaskReader.set(
        lesson, name: name, source: source, in: WorldOutline(scenario: scenario))
    } catch let error as YAMLError {
      throw TaskSetError(error)
    } catch let error as WorldError {
      throw TaskSetError(error)
    } catch let error as TaskSetError {
      throw error
    } catch {
      throw TaskSetError("\(error)")
    }
  }

  /// The tasks of a scenario; nil if it has none.
  ///
  /// - Parameter name: what the set is called; nil for the scenario's name.
  public init?(of scenario: Scenario, name: String? = nil) throws(TaskSetError) {
    guard let tasks = scenario.lesson.tasks else { return nil }
    let lesson = scenario.lesson
    let fields = TaskFields(
      briefing: lesson.briefing, scenario: scenario.name, variables: lesson.variables,
      solve: lesson.solve, tell: lesson.tell, on: lesson.on, tasks: tasks,
      fallbackTitle: scenario.title ?? scenario.name)
    do {
      self = try TaskReader.set(
        fields, name: name ?? scenario.name, source: scenario.source,
        in: WorldOutline(scenario: scenario))
    } catch let error as YAMLError {
      throw TaskSetError(error)
    } catch let error as WorldError {
      throw TaskSetError(error)
    } catch {
      throw TaskSetError("\(error)")
    }
  }

  private static func scenario(
    _ field: Field, _ find: (String) throws(WorldError) -> Scenario?
  ) throws -> Scenario {
    let name = try field.string()
    guard let scenario = try find(name) else {
      throw field.undeclared(name, among: Scenario.allNames, "is no scenario")
    }
    return scenario
  }
}
