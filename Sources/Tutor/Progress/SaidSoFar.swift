public import Journal
public import Lab

/// What was said so far of all that the checks of a set ask for: no more is remembered than these
/// can need, whatever is said.
public struct SaidSoFar: Sendable {
  /// What was said.
  public var all: Set<Said> { Set(met.compactMap(\.self)) }
  /// What is asked for.
  private let conditions: [SaidCondition]
  /// What met each of them last.
  private var met: [Said?]
  private var dialogue = Dialogue()
  /// Its journal may have whoever keeps this as a subscriber.
  private weak var world: World?

  /// Nothing was said yet.
  ///
  /// - Parameter world: where it will be said; nil where no check asks with which files.
  public init(for set: TaskSet, in world: World? = nil) {
    conditions = set.tasks.flatMap { $0.check.saidConditions() }
    met = conditions.map { _ in nil }
    self.world = world
  }

  /// Takes note of an event; true if it says something that a check asks for and that is new.
  public mutating func note(_ event: Event) -> Bool {
    dialogue.take(event).map { note($0.said) } ?? false
  }

  /// Takes note of a message; true if a check asks for it and it is new.
  public mutating func note(_ said: Said) -> Bool {
    var isNew = false
    for (index, condition) in conditions.enumerated() where condition.isMet(by: said) {
      var said = said
      let files = condition.occasion.files
      if files.isEmpty {
        guard met[index] == nil else { continue }
      } else {
        said.files = world.flatMap { Look(at: $0).state(of: files, on: condition.host ?? "cms1a") }
        guard said.files != nil, met[index] != said else { continue }
      }
      met[index] = said
      isNew = true
    }
    return isNew
  }
}
