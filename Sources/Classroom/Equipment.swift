public import Appliance
import Gateway
public import Journal
public import Lab
public import PKI
package import Store
public import Time
public import Tutor

/// The machines at whose ports the lab speaks to whoever is at a terminal.
public enum TutoredDoors: Sendable {
  /// None.
  case none
  /// PC1; programs log in to appliances as people do.
  case workstation
  /// All.
  case all
}

/// What all pods of a class are built with.
public struct Equipment: Sendable {
  /// The release that the appliances behave as.
  public var release = Release.default
  /// By number of pod the password of all its users; a pod without one has those of the description,
  /// which are public.
  public var passwords: [Int: String] = [:]
  /// Where the appliances' keys come from.
  public var keys: any KeySource = KeyWorkers()
  /// The host's time in milliseconds since 1970, which events have.
  public var clock: @Sendable () -> Int64
  /// The time the appliances believe it is.
  public var now: @Sendable () -> UnixTime
  /// What keeps the pods; nil for memory only.
  package var archive: Archive?
  /// What pods that are begun are kept as.
  package var origin = AttemptRow.Origin(nil, release: .default, clock: nil)
  /// Where the lab speaks to whoever is at a terminal.
  public var tutored = TutoredDoors.workstation
  /// What is to be done in pods that were begun without a word about it; nil for nothing.
  public var tasks: TaskSet?
  /// What trainees are called, by their pods, where nothing is kept.
  public var names: [Int: String] = [:]
  /// Told the number and journal of each pod that is built, before anybody is let in.
  public var whenBuilt: @Sendable (Int, Journal) -> Void = { _, _ in }
  /// Told once the number of each pod that somebody wants in to and that cannot be built, and why.
  public var whenRefused: @Sendable (Int, WorldError) -> Void = { _, _ in }

  /// Equipment with these clocks, the default release and the passwords of the description.
  public init(clock: @escaping @Sendable () -> Int64, now: @escaping @Sendable () -> UnixTime) {
    self.clock = clock
    self.now = now
  }
}
