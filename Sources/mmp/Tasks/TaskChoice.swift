import Journal
import Lab
import Store
import Tutor

/// What somebody wants to have to do.
enum TaskChoice: Equatable {
  /// The tasks of the scenario, or of the page; none if there are none.
  case usual
  /// None, for nobody asked; whoever does later gets some.
  case unasked
  /// None.
  case none
  /// A set, by its name or its file.
  case given(String)

  /// What the command line says; `otherwise` if it says nothing.
  init(argument: String?, otherwise: TaskChoice) {
    self =
      switch argument {
      case nil: otherwise
      case "none"?: .none
      case let text?: .given(text)
      }
  }

  /// The set of the lab page, where the program has one.
  private static let page = "certificates"

  /// The set, which is for a world of that scenario; nil for none.
  func set(in scenario: Scenario?) throws(Failure) -> TaskSet? {
    switch self {
    case .none, .unasked: return nil
    case .given(let text): return try TaskSet.called(text, or: HostFile(path: text)).set
    case .usual:
      guard let scenario else { return TaskSet.named(Self.page) }
      do throws(TaskSetError) { return try TaskSet(of: scenario) } catch {
        throw Failure(.unreadable, error.description)
      }
    }
  }

  /// The same, read only if that has to be now.
  func planned(in scenario: Scenario?) throws(Failure) -> PlannedTasks? {
    if self == .usual, scenario == nil { return .ofPage }
    return try set(in: scenario).map(PlannedTasks.init)
  }

  /// What is kept of the choice; nil if there was none.
  func kept(_ set: TaskSet?) -> AttemptRow.Origin.Tasks? {
    self == .none || set != nil ? AttemptRow.Origin.Tasks(set) : nil
  }

  /// Refuses another set than was begun with.
  ///
  /// - Parameter refuse: makes the refusal of what it was begun with.
  func check(
    against kept: AttemptRow.Origin.Tasks?, refuse: (String) -> Failure
  ) throws(Failure) {
    guard let kept else { return }
    switch self {
    case .usual, .unasked: return
    case .none: if !kept.name.isEmpty { throw refuse("with --tasks \(kept.name)") }
    case .given:
      guard let set = try set(in: nil) else { return }
      if kept.name.isEmpty { throw refuse("without tasks") }
      // Those of the program may have changed with it.
      let isBuiltIn = TaskSet.names.contains(set.name) || Scenario.names.contains(set.name)
      let isSame =
        isBuiltIn ? kept.name == set.name : set.source.elementsEqual(kept.source.utf8)
      guard !isSame else { return }
      throw refuse(
        kept.name == set.name
          ? "with another text of \(set.name)" : "with --tasks \(kept.name)")
    }
  }
}

extension Setting {
  /// The same in the scenario that the tasks asked for are for, if none was asked for.
  func suitingTasks() throws(Failure) -> Setting {
    guard case .given(let text) = tasks else { return self }
    let file = HostFile(path: text)
    let (set, _) = try TaskSet.called(text, or: file)
    guard let wanted = set.scenario else { return self }
    let isKnown = Scenario.names.contains(wanted)
    let path = isKnown || wanted == set.name ? wanted : file.sibling(wanted).path
    guard let scenario else {
      var setting = self
      setting.scenario = path
      return setting
    }
    let isSame =
      isKnown
      ? scenario == path
      : try Scenario.chosen(scenario).source == Scenario.chosen(path).source
    guard isSame else {
      throw Failure(.usage, "the tasks \(text) are for --scenario \(path)")
    }
    return self
  }
}

extension PlannedTasks {
  /// How they stand in a world, which looks after that by itself from now on.
  ///
  /// - Parameters:
  ///   - name: the trainee's; nil if it is not known.
  ///   - kept: how they stood.
  ///   - past: what happened before somebody looked after that.
  func progress(
    in world: World, for name: String? = nil, kept: [KeptTask] = [], past: [Event] = []
  ) -> Progress {
    Progress(filled(for: Trainee(pod: world.pod, name: name)), in: world, kept: kept, past: past)
  }
}
