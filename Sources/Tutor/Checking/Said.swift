public import Journal

/// A message that was said in an attempt.
public struct Said: Sendable, Hashable {
  /// The machine it was said at.
  public let host: String
  /// Its name in the ledger.
  public let id: String
  /// Its values by their names.
  public let values: [String: String]

  /// A message said there.
  public init(host: String, id: String, values: [String: String] = [:]) {
    self.host = host
    self.id = id
    self.values = values
  }

  /// What an event tells; nil for one that tells of no message.
  public init?(_ event: Event) {
    guard case .said(_, let id, let values) = event.kind else { return nil }
    self.init(
      host: event.host, id: id,
      values: Dictionary(values.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }))
  }
}

/// What was said so far of all that the checks of a set ask for: no more is remembered than these
/// can need, whatever is said.
public struct SaidSoFar: Sendable {
  /// What was said.
  public private(set) var all: Set<Said> = []
  /// What is asked for and was not said yet.
  private var open: [(host: String?, id: String, values: [String: String])]

  /// Nothing was said yet.
  public init(for set: TaskSet) { open = set.tasks.flatMap(\.check.saidConditions) }

  /// Takes note of an event; true if it says something that a check asks for and that is new.
  public mutating func note(_ event: Event) -> Bool { Said(event).map { note($0) } ?? false }

  /// Takes note of a message; true if a check asks for it and it is new.
  public mutating func note(_ said: Said) -> Bool {
    let before = open.count
    open.removeAll { said.answers(id: $0.id, values: $0.values, host: $0.host) }
    guard open.count < before else { return false }
    all.insert(said)
    return true
  }
}

extension Said {
  /// Whether it is the message that a check asks for.
  func answers(id: String, values: [String: String], host: String?) -> Bool {
    self.id == id && host.map { $0 == self.host } ?? true
      && values.allSatisfy { self.values[$0.key] == $0.value }
  }
}

extension Check {
  fileprivate var saidConditions: [(host: String?, id: String, values: [String: String])] {
    switch condition {
    case .all(let checks), .any(let checks): checks.flatMap(\.saidConditions)
    case .not(let check): check.saidConditions
    case .said(let id, let values): [(machine, id, values)]
    default: []
    }
  }
}
