public import Appliance
import Console
import Gateway
package import Journal
public import Lab
import RemoteDesk
import Synchronization
package import Tutor
public import Workstation

/// A lab that is built when somebody first wants in: a class of forty starts as fast as one.
public final class ServedPod: Sendable {
  /// Its number.
  public let number: Int
  /// Who and what there is in it, which is known before it is built.
  public let outline: WorldOutline
  /// Who is there.
  package let attendance = Attendance()
  /// The terminals that are open in it.
  package let board = TerminalBoard()
  /// The doors that lead to it.
  let doors = DoorGroup()

  private struct State {
    var world: Result<World, WorldError>?
    /// What the lab says in that world.
    var tutoring: Tutoring?
    /// What is done in it; nil where nothing is to be.
    var progress: Progress?
    var isRemoved = false
    /// The password of all its users; nil for those of the description.
    var password: String?
  }

  private let state: Mutex<State>
  private let isReported = Atomic(false)
  private let whenRefused: @Sendable (Int, WorldError) -> Void
  /// With that password, or that of the description.
  private let newWorld: @Sendable (String?) throws(WorldError) -> (World, Progress?)
  private let tutored: TutoredDoors
  private let beginsAnew: @Sendable (ServedPod) throws(ClassRefusal) -> Void
  private let isKept: Bool

  /// The pod of that number, nil for the one that is described.
  init(_ description: WorldDescription, number: Int?, equipment: Equipment) {
    let outline = description.outline(pod: number)
    self.outline = outline
    self.number = outline.pod
    state = Mutex(State(password: equipment.passwords[outline.pod]))
    whenRefused = equipment.whenRefused
    tutored = equipment.tutored
    isKept = equipment.archive != nil
    beginsAnew = { (pod) throws(ClassRefusal) in try equipment.beginAnew(pod) }
    newWorld = { [attendance] (password) throws(WorldError) in
      let (world, progress) = try equipment.world(
        description, number: number, pod: outline.pod, password: password)
      attendance.follow(world.journal)
      equipment.whenBuilt(outline.pod, world.journal)
      return (world, progress)
    }
  }

  /// Whether it is there already.
  public var isBuilt: Bool {
    state.withLock { if case .success(_)? = $0.world { true } else { false } }
  }

  /// Whether there is no such pod any more.
  package var isRemoved: Bool { state.withLock { $0.isRemoved } }

  /// Builds it now, unless it is there already.
  ///
  /// - Throws: why the lab cannot be built as described.
  public func build() throws(WorldError) { _ = try built()?.get() }

  /// An appliance of the pod, which is built for it; nil if the pod has none of that name, cannot be
  /// built, which ``Equipment/whenRefused`` is told the first time, or was removed.
  public func appliance(named host: String) -> Appliance? { reported()?.appliances[host] }

  /// PC1 of the pod, which is built for it; nil where an appliance would be.
  public var workstation: Workstation? { reported()?.workstation }

  /// A machine of the pod and who may log in to it.
  struct Machine {
    /// An appliance, or PC1.
    enum Kind: Sendable {
      case appliance, workstation
    }

    let kind: Kind
    let names: WorldOutline.MachineNames
    let users: [String]
    /// The one of them that trainees are told to log in as.
    let user: String
    let passwordPrompt: String?
    let machine: @Sendable () -> (any ServedMachine)?
  }

  /// All that people log in to: the appliances in order of host name, then PC1.
  var machines: [Machine] {
    let appliances = outline.appliances.map { names in
      Machine(
        kind: .appliance, names: names, users: outline.users, user: outline.user,
        passwordPrompt: Appliance.passwordPrompt
      ) { self.appliance(named: names.hostname) }
    }
    let users = outline.workstationUsers
    return appliances + [
      Machine(
        kind: .workstation, names: outline.workstation, users: users,
        user: users.first ?? outline.user, passwordPrompt: Workstation.passwordPrompt
      ) { self.workstation }
    ]
  }

  /// The world; nil, and a word about it once, if it cannot be built.
  private func reported() -> World? {
    switch built() {
    case .success(let world): return world
    case .failure(let error):
      if !error.isOfTheEnd, !isReported.exchange(true, ordering: .relaxed) {
        whenRefused(number, error)
      }
      return nil
    case nil: return nil
    }
  }

  /// The pod's world, or why there is none; nil if the pod was removed.
  package func built() -> Result<World, WorldError>? {
    state.withLock { built(in: &$0) }
  }

  private func built(in state: inout State) -> Result<World, WorldError>? {
    if state.isRemoved { return nil }
    if let world = state.world { return world }
    let result: Result<World, WorldError>
    do throws(WorldError) {
      let (world, progress) = try newWorld(state.password)
      result = .success(world)
      state.progress = progress
      if tutored != .none { state.tutoring = Tutoring(of: world, progress: progress) }
    } catch {
      result = .failure(error)
      if error.mayPass { return result }
    }
    state.world = result
    return result
  }

  /// Does something to its world, which is built for it, while nothing can take that one's place.
  ///
  /// - Parameter body: is handed the world, or why there is none.
  /// - Returns: false if the pod was removed.
  package func withWorld<Fault: Error>(
    _ body: (Result<World, WorldError>) throws(Fault) -> Void
  ) throws(Fault) -> Bool {
    try state.withLock { (state) throws(Fault) in
      guard let world = built(in: &state) else { return false }
      try body(world)
      return true
    }
  }

  /// Has the lab speak in a session that a person at a terminal types at, if it does at that kind of
  /// machine.
  func attend(_ session: Session, at kind: Machine.Kind) {
    guard tutored == .all || tutored == .workstation && kind == .workstation,
      let tutoring = state.withLock({ $0.tutoring })
    else { return }
    tutoring.attend(
      session, opening: kind == .workstation ? tutoring.greeting : [], restart: restart)
  }

  /// How somebody in the pod begins it anew.
  private var restart: Restart {
    let end =
      isKept
      ? "what was done stays with your instructor as an earlier attempt."
      : "what was done is lost."
    let meaning =
      "Your pod begins anew, with all its files as at the start. All its connections end, this one "
      + "too: log in again; \(end)"
    return .possible(meaning: meaning) { [self] in
      do throws(ClassRefusal) { try beginsAnew(self) } catch { return "It cannot: \(error.text)." }
      return nil
    }
  }

  /// How the pod's tasks stand, which is built for it; nil where an appliance would be, and where
  /// nothing is to be done.
  package var progress: Progress? {
    _ = built()
    return state.withLock { $0.progress }
  }

  /// Waits a moment until what happened so far is looked at.
  package func catchUp() { state.withLock { $0.progress }?.catchUp(within: Self.patience) }

  /// How long that may take, in milliseconds.
  private static let patience = 100

  /// Ends all visits, as a reboot does, and has `change` done while nobody can come: what is kept of
  /// the pod then is another world, which is taken up when somebody next wants in.
  ///
  /// - Parameters:
  ///   - isLast: whether there is no such pod any more.
  ///   - event: what its world is told, which is taken up for it before anybody comes.
  package func replace<Result: Sendable, Fault: Error>(
    isLast: Bool = false, telling event: Event.Kind? = nil, _ change: () throws(Fault) -> Result
  ) throws(Fault) -> Result {
    try state.withLock { (state) throws(Fault) in
      // What was done up to now counts for the attempt it was done in.
      state.progress?.end(within: Self.patience)
      state.progress = nil
      if case .success(let world)? = state.world { world.close() }
      state.world = nil
      state.tutoring = nil
      attendance.forget()
      let result = try change()
      state.isRemoved = isLast
      // One that cannot be taken up says so to whoever wants in.
      if let event, let (world, progress) = try? newWorld(state.password) {
        state.world = .success(world)
        state.progress = progress
        if tutored != .none { state.tutoring = Tutoring(of: world, progress: progress) }
        world.tell(event)
      }
      return result
    }
  }

  /// Closes the doors that lead to it.
  ///
  /// - Returns: how many were open.
  package func closeDoors() -> Int { doors.close() }

  /// The password of all its users.
  package var password: String { state.withLock { $0.password } ?? outline.password }

  /// Gives its users another password, once `change` has kept it. Whoever is there stays.
  package func set<Fault: Error>(
    password: String, _ change: () throws(Fault) -> Void
  ) throws(Fault) {
    try state.withLock { (state) throws(Fault) in
      try change()
      state.password = password
      if case .success(let world)? = state.world { world.set(password: password) }
    }
  }
}
