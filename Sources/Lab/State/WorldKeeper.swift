package import Journal
package import Store
import Synchronization

/// Keeps what changes in a world in an attempt of a state file.
package final class WorldKeeper: Keeper {
  /// What the machine of the authorities is called in changes: no appliance is.
  static let authority = ":authority"

  /// The attempt it writes to.
  package let attempt: AttemptRow
  /// How the attempt's tasks stood when it was begun or taken up.
  package let tasks: [KeptTask]
  private let file: StateFile
  /// The numbers of the machines by their names.
  private let machines: [String: Int64]
  private let whenFailed: @Sendable (StoreFault) -> Void
  private let beforeProof: @Sendable () -> Void

  private struct State {
    /// What could not be written yet.
    var owed: [MachineChanges] = []
    /// Whether the last attempt to write failed.
    var hasFailed = false
  }

  private let state = Mutex(State())

  /// A keeper of an attempt with those machines.
  ///
  /// - Parameters:
  ///   - whenFailed: told when nothing can be written any more, once until it can again.
  ///   - beforeProof: called before it is kept that a task is done, which events prove.
  package init(
    _ attempt: AttemptRow, with machines: [MachineRow], tasks: [KeptTask] = [], in file: StateFile,
    whenFailed: @escaping @Sendable (StoreFault) -> Void,
    beforeProof: @escaping @Sendable () -> Void = {}
  ) {
    self.beforeProof = beforeProof
    self.attempt = attempt
    self.tasks = tasks
    self.file = file
    self.machines = Dictionary(
      machines.map { ($0.kind == .authority ? Self.authority : $0.name, $0.id) },
      uniquingKeysWith: { first, _ in first })
    self.whenFailed = whenFailed
  }

  package func keep(_ changes: [MachineChanges]) throws(KeepingFault) {
    if changes.contains(where: { $0.changes.contains(where: \.isProven) }) { beforeProof() }
    let fault = state.withLock { write(changes, &$0) }
    if let fault { throw fault == .full ? .full : .failed(fault.predicate) }
  }

  package func owe(_ changes: [MachineChanges]) {
    state.withLock { state in
      if write(changes, &state) != nil { state.owed += changes }
    }
  }

  /// Writes what is still owed; whether nothing is any more.
  package func settle() -> Bool {
    state.withLock { $0.owed.isEmpty || write([], &$0) == nil }
  }

  private func write(_ changes: [MachineChanges], _ state: inout State) -> StoreFault? {
    do throws(StoreFault) {
      let all = state.owed + changes
      try file.write { (writing) throws(StoreFault) in
        for machine in all {
          for change in machine.changes { try put(change, of: machine.machine, writing) }
        }
      }
      state.owed = []
      state.hasFailed = false
      return nil
    } catch {
      if !state.hasFailed, error != .closed { whenFailed(error) }
      state.hasFailed = true
      return error
    }
  }

  private func put(
    _ change: Change, of machine: String, _ writing: Writing
  ) throws(StoreFault) {
    if case .request(let request) = change {
      return try writing.put(RequestRow(request), in: attempt.id)
    }
    if case .task(let task) = change { return try writing.put(PassRow(task), in: attempt.id) }
    guard let id = machines[machine] else { return }
    switch change {
    case .file(let name, let contents, let modified, let mode):
      try writing.put(
        FileRow(name: name, contents: contents, modified: modified, mode: mode), on: id)
    case .attributes(let name, let modified, let mode):
      try writing.setAttributes(of: name, on: id, modified: modified, mode: mode)
    case .renamed(let from, let to): try writing.rename(from, to: to, on: id)
    case .removed(let name): try writing.remove(name, from: id)
    case .setting(let name, let value): try writing.set(name, to: value, on: id)
    case .request, .task: break
    }
  }
}

extension Change {
  /// Whether it tells of an event that is not among the changes.
  fileprivate var isProven: Bool {
    if case .task(let task) = self { task.event != nil } else { false }
  }
}
