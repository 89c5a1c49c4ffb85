public import Journal
import PKI
import Synchronization
import Time

/// Files of one appliance that are to become others, provided that they are still what they were.
public struct FileExchange: Sendable {
  /// One file before and after.
  public struct Replacement: Sendable {
    /// Its name.
    public let name: String
    /// As it was found; nil if there was none.
    public let found: FileStore.File?
    /// Its bytes from now on; nil if it is to go.
    public let contents: [UInt8]?

    /// A change of the file of that name.
    public init(name: String, found: FileStore.File?, contents: [UInt8]?) {
      self.name = name
      self.found = found
      self.contents = contents
    }
  }

  /// Why nothing was exchanged.
  public enum Hindrance: Error, Sendable {
    /// Somebody has changed a file since it was found.
    case changed(appliance: String, file: String)
    /// The appliance does not store what is new.
    case refused(appliance: String, StoreRefusal)
  }

  /// The appliance.
  public let appliance: Appliance
  /// The changes, in order.
  public let changes: [Replacement]

  /// An exchange on an appliance.
  public init(on appliance: Appliance, _ changes: [Replacement]) {
    self.appliance = appliance
    self.changes = changes
  }

  /// Makes the changes of several appliances: all of them, or none. Several exchanges on one are made
  /// in their order.
  ///
  /// - Parameters:
  ///   - isTold: whether it is told as something that happened by itself; what is not told was so
  ///     before anything happened.
  ///   - others: what is to be kept together with them, of other machines of the first one's world.
  public static func make(
    _ exchanges: [FileExchange], isTold: Bool, with others: [MachineChanges] = []
  ) throws(Hindrance) {
    try commit(exchanges, isTold: isTold, with: others)
    for exchange in exchanges { exchange.appliance.journal.deliver() }
  }

  /// The same for whoever holds a lock: it is told by the next ``Journal/deliver()``.
  public static func commit(
    _ exchanges: [FileExchange], isTold: Bool, with others: [MachineChanges] = []
  ) throws(Hindrance) {
    // In one order, so that two at a time do not wait for each other. What is locked last is told
    // first.
    var sorted: [FileExchange] = []
    for exchange in exchanges.sorted(by: { $0.rank > $1.rank }) {
      if let last = sorted.last, last.appliance === exchange.appliance {
        // A lock is taken once.
        sorted[sorted.count - 1] = FileExchange(
          on: last.appliance, last.changes + exchange.changes)
      } else {
        sorted.append(exchange)
      }
    }
    try make(
      sorted[...], isTold: isTold,
      keeping: exchanges.first.map { [($0.appliance.journal, others)] } ?? [])
  }

  /// Its appliance's place in the order of locking. Those of different pods have the same names.
  private var rank: (String, ObjectIdentifier) { (appliance.name, ObjectIdentifier(appliance)) }

  private static func make(
    _ exchanges: ArraySlice<FileExchange>, isTold: Bool,
    keeping kept: [(journal: Journal, changes: [MachineChanges])]
  ) throws(Hindrance) {
    // In the end all locks are held, and nothing has changed yet.
    guard let exchange = exchanges.first else { return try keep(kept) }
    let appliance = exchange.appliance
    let now = appliance.now()
    try appliance.state.withLock { (state) throws(Hindrance) in
      var files = state.files
      var events: [Event.Kind] = []
      var changes: [Change] = []
      for change in exchange.changes {
        events += try files.make(change, of: appliance.name, now: now)
        changes.append(files[change.name]?.change ?? .removed(name: change.name))
      }
      try make(
        exchanges.dropFirst(), isTold: isTold,
        keeping: kept
          + [(appliance.journal, [MachineChanges(of: appliance.name, changes)])])
      state.files = files
      guard isTold else { return }
      for event in events { appliance.journal.commit(event, at: appliance.name, by: nil) }
    }
  }

  /// Has the changes of each world kept together.
  private static func keep(
    _ kept: [(journal: Journal, changes: [MachineChanges])]
  ) throws(Hindrance) {
    var isDone: Set<ObjectIdentifier> = []
    for (journal, _) in kept where isDone.insert(ObjectIdentifier(journal)).inserted {
      guard let keeper = journal.keeper else { continue }
      let changes = kept.filter { $0.journal === journal }.flatMap(\.changes)
      do throws(KeepingFault) { try keeper.keep(changes) } catch {
        throw .refused(appliance: changes.first?.machine ?? "", .full)
      }
    }
  }
}

extension FileStore {
  fileprivate mutating func make(
    _ change: FileExchange.Replacement, of appliance: String, now: UnixTime
  ) throws(FileExchange.Hindrance) -> [Event.Kind] {
    // What is decoded once belongs to these bytes and no others.
    guard self[change.name]?.decoded === change.found?.decoded else {
      throw .changed(appliance: appliance, file: change.name)
    }
    guard let contents = change.contents else {
      return remove(change.name) ? change.found.map { [.removed($0.note)] } ?? [] : []
    }
    let file = File(name: change.name, contents: contents).written(at: now)
    do throws(StoreRefusal) { try store([file]) } catch {
      throw .refused(appliance: appliance, error)
    }
    return [change.found == nil ? .stored(file.note) : .replaced(file.note)]
  }
}
