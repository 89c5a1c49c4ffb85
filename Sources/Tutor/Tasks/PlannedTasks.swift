import Threads

/// A set of tasks that is read when somebody first needs it: of those that come with the program a
/// start needs none before its first prompt.
public struct PlannedTasks: Sendable {
  /// What a trainee is told before the first task; nil for nothing.
  public let briefing: String?
  private let set: Later<TaskSet>

  /// A set that was read.
  public init(_ set: TaskSet) {
    briefing = set.briefing
    self.set = Later(made: set)
  }

  private init(briefing: String?, _ set: Later<TaskSet>) {
    self.briefing = briefing
    self.set = set
  }

  /// The set that comes with the program under that name; nil if there is none. None of these has a
  /// briefing, and all can be read.
  ///
  /// - Parameter source: the bytes it must have; nil for any.
  public static func embedded(_ name: String, as source: String? = nil) -> PlannedTasks? {
    guard let file = TaskSet.embeddedFile(name),
      source.map({ $0.utf8.elementsEqual(file) }) ?? true
    else { return nil }
    return PlannedTasks(
      briefing: nil,
      Later { TaskSet.named(name) ?? TaskSet(name: name, title: name, tasks: []) })
  }

  /// The set; it is read if it was not.
  public var read: TaskSet { self.set.value }

  /// The set as that trainee has it.
  public func filled(for trainee: Trainee) -> PlannedTasks {
    if let read = set.made { return PlannedTasks(read.filled(for: trainee)) }
    return PlannedTasks(briefing: briefing, Later { read.filled(for: trainee) })
  }
}
