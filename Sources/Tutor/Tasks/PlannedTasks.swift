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

  /// What the set of the lab page is called. It has no briefing.
  private static let page = "certificates"

  /// The set of the lab page, which can be read.
  public static var ofPage: PlannedTasks {
    PlannedTasks(
      briefing: nil,
      Later {
        guard let set = TaskSet.named(page) else {
          preconditionFailure("the tasks of the page cannot be read")
        }
        return set
      })
  }

  /// The same, if a set of that name and text is it; else nil.
  static func ofPage(named name: String, reading source: String) -> PlannedTasks? {
    guard name == page, let bytes = TaskSet.embeddedFile(page), source.utf8.elementsEqual(bytes)
    else { return nil }
    return ofPage
  }

  /// The set; it is read if it was not.
  public var read: TaskSet { self.set.value }

  /// The set as that trainee has it.
  public func filled(for trainee: Trainee) -> PlannedTasks {
    if let read = set.made { return PlannedTasks(read.filled(for: trainee)) }
    return PlannedTasks(briefing: briefing, Later { read.filled(for: trainee) })
  }
}
