import YAML

/// A value of an action that can be at fault by itself.
enum FaultSubject: Sendable, Equatable {
  /// What stands behind that key.
  case value(FaultKey)
  /// One of the machines, from 0.
  case machine(Int)
}

/// Where a scenario says what an action is.
struct FaultOrigin: Sendable, Equatable {
  /// The file or basename it is done to.
  let action: Origin
  /// The values beside it.
  let values: [FaultKey: Origin]
  /// The machines it is done on.
  let machines: [Origin]

  /// Where that value stands, else the action.
  func origin(of subject: FaultSubject?) -> Origin {
    switch subject {
    case .value(let key): values[key] ?? action
    case .machine(let index): machines.indices.contains(index) ? machines[index] : action
    case nil: action
    }
  }
}
