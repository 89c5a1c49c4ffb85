public import Appliance
public import Console
public import Lab
import Synchronization

/// All that the lab says beside the machines of one world, which the world's windows share.
public final class Tutoring: Sendable {
  private enum Ground: Sendable {
    case world(World)
    /// An appliance by itself.
    case appliance(Appliance)
  }

  private let ground: Ground
  /// The last error that anybody has met; nil for an appliance by itself, which has one window.
  let podErrors: PodErrors?
  /// How files got to the appliances; nil for an appliance by itself.
  let origins: FileOrigins?
  /// The tasks; nil if there are none.
  let progress: Progress?
  /// The world around an appliance by itself, made when it is asked for.
  private let made = Mutex<World?>(nil)

  /// What is said in the windows of a world.
  ///
  /// - Parameter progress: how its tasks stand; nil if it has none.
  public init(of world: World, progress: Progress? = nil) {
    ground = .world(world)
    podErrors = PodErrors(of: world)
    origins = FileOrigins(of: world)
    self.progress = progress
  }

  /// What is said at the console of an appliance by itself, which has no tasks.
  public init(around appliance: Appliance) {
    ground = .appliance(appliance)
    podErrors = nil
    origins = nil
    progress = nil
  }

  /// Has the lab speak in a session that a person at a terminal types at, before it starts.
  ///
  /// - Parameters:
  ///   - opening: what is said in front of the first prompt, in lines.
  ///   - restart: how whoever sits there can begin the lab anew.
  public func attend(_ session: Session, opening: [String] = [], restart: Restart) {
    let errors =
      switch ground {
      case .world(let world): LastErrors(in: world)
      case .appliance(let appliance): LastErrors(around: appliance)
      }
    session.add(errors)
    session.voice = TutorVoice(self, errors: errors, opening: opening, restart: restart)
  }

  /// What is said at first where somebody is to learn that the lab speaks: what it is all about, if
  /// that is written, and how to ask.
  public var greeting: [String] {
    let briefing = progress?.briefing.map { MarkdownLines.lines(of: $0) } ?? []
    return briefing + ["Lines with a colon in front are for the lab: :help lists them."]
  }

  /// The world, to be looked at; nil if it cannot be made.
  var world: World? {
    switch ground {
    case .world(let world): world
    case .appliance(let appliance):
      made.withLock { made in
        if made == nil { made = try? World(around: appliance) }
        return made
      }
    }
  }
}
