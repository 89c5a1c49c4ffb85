public import Appliance
public import Lab
import Synchronization

/// A lab that is built when somebody first wants in: a class of forty starts as fast as one.
public final class ServedPod: Sendable {
  /// Its number.
  public let number: Int
  /// Who and what there is in it, which is known before it is built.
  public let outline: WorldOutline

  private let appliances = Mutex<Result<[String: Appliance], WorldError>?>(nil)
  private let isReported = Atomic(false)
  private let whenRefused: @Sendable (Int, WorldError) -> Void
  private let world: @Sendable () throws(WorldError) -> [String: Appliance]

  /// The pod of that number, nil for the one that is described.
  init(_ description: WorldDescription, number: Int?, equipment: Equipment) {
    let outline = description.outline(pod: number)
    self.outline = outline
    self.number = outline.pod
    whenRefused = equipment.whenRefused
    world = { () throws(WorldError) in
      let world = try equipment.world(description, number: number, pod: outline.pod)
      equipment.whenBuilt(outline.pod, world.journal)
      return world.appliances
    }
  }

  /// Whether it is there already.
  public var isBuilt: Bool {
    appliances.withLock { if case .success(_)? = $0 { true } else { false } }
  }

  /// Builds it now, unless it is there already.
  ///
  /// - Throws: why the lab cannot be built as described.
  public func build() throws(WorldError) { _ = try built().get() }

  /// An appliance of the pod, which is built for it; nil if the pod has none of that name or cannot
  /// be built, which ``Equipment/whenRefused`` is told the first time.
  public func appliance(named host: String) -> Appliance? {
    switch built() {
    case .success(let appliances): return appliances[host]
    case .failure(let error):
      if !isReported.exchange(true, ordering: .relaxed) { whenRefused(number, error) }
      return nil
    }
  }

  /// The pod's appliances, or why there are none.
  private func built() -> Result<[String: Appliance], WorldError> {
    appliances.withLock { appliances in
      if let appliances { return appliances }
      let result: Result<[String: Appliance], WorldError>
      do throws(WorldError) {
        result = .success(try world())
      } catch {
        result = .failure(error)
      }
      appliances = result
      return result
    }
  }
}
