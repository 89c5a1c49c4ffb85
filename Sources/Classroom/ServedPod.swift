public import Appliance
import Gateway
public import Lab
import RemoteDesk
import Synchronization
public import Workstation

/// A lab that is built when somebody first wants in: a class of forty starts as fast as one.
public final class ServedPod: Sendable {
  /// Its number.
  public let number: Int
  /// Who and what there is in it, which is known before it is built.
  public let outline: WorldOutline

  private let lab = Mutex<Result<Lab, WorldError>?>(nil)
  private let isReported = Atomic(false)
  private let whenRefused: @Sendable (Int, WorldError) -> Void
  private let world: @Sendable () throws(WorldError) -> Lab

  /// What is kept of a world that is built.
  private struct Lab: Sendable {
    let appliances: [String: Appliance]
    let workstation: Workstation
  }

  /// The pod of that number, nil for the one that is described.
  init(_ description: WorldDescription, number: Int?, equipment: Equipment) {
    let outline = description.outline(pod: number)
    self.outline = outline
    self.number = outline.pod
    whenRefused = equipment.whenRefused
    world = { () throws(WorldError) in
      let world = try World(
        description, release: equipment.release, pod: number, passwords: equipment.password,
        keys: equipment.keys, clock: equipment.clock, now: equipment.now)
      equipment.whenBuilt(outline.pod, world.journal)
      return Lab(appliances: world.appliances, workstation: world.workstation)
    }
  }

  /// Whether it is there already.
  public var isBuilt: Bool {
    lab.withLock { if case .success(_)? = $0 { true } else { false } }
  }

  /// Builds it now, unless it is there already.
  ///
  /// - Throws: why the lab cannot be built as described.
  public func build() throws(WorldError) { _ = try built().get() }

  /// An appliance of the pod, which is built for it; nil if the pod has none of that name or cannot
  /// be built, which ``Equipment/whenRefused`` is told the first time.
  public func appliance(named host: String) -> Appliance? { reported()?.appliances[host] }

  /// PC1 of the pod, which is built for it; nil if it cannot be built.
  public var workstation: Workstation? { reported()?.workstation }

  /// A machine of the pod and who may log in to it.
  struct Machine {
    let names: WorldOutline.MachineNames
    let users: [String]
    let passwordPrompt: String?
    let machine: @Sendable () -> (any ServedMachine)?
  }

  /// All that people log in to: the appliances in order of host name, then PC1.
  var machines: [Machine] {
    let appliances = outline.appliances.map { names in
      Machine(names: names, users: outline.users, passwordPrompt: Appliance.passwordPrompt) {
        self.appliance(named: names.hostname)
      }
    }
    return appliances + [
      Machine(
        names: outline.workstation, users: outline.workstationUsers,
        passwordPrompt: Workstation.passwordPrompt
      ) { self.workstation }
    ]
  }

  /// The lab; nil, and a word about it once, if it cannot be built.
  private func reported() -> Lab? {
    switch built() {
    case .success(let lab): return lab
    case .failure(let error):
      if !isReported.exchange(true, ordering: .relaxed) { whenRefused(number, error) }
      return nil
    }
  }

  /// The lab, or why there is none.
  private func built() -> Result<Lab, WorldError> {
    lab.withLock { lab in
      if let lab { return lab }
      let result: Result<Lab, WorldError>
      do throws(WorldError) {
        result = .success(try world())
      } catch {
        result = .failure(error)
      }
      lab = result
      return result
    }
  }
}
