package import Appliance
public import Console
public import Journal
import MMPShell
import Time

/// What somebody at PC1 has of their own, beside other windows: a folder, an error level, a name in
/// the journal.
///
/// It belongs to one window and so to one thread.
public final class Seat {
  /// The machine.
  public let workstation: Workstation
  /// Whoever sits there, as events name them.
  public let presence: Presence
  /// The folder the window is in.
  public var folder: WindowsPath
  /// `%errorlevel%`: what the last program came to.
  public var errorLevel = 0
  /// What it is part of, if somebody has come over the network.
  private let visit: MachineVisit<Workstation>?

  /// A seat for somebody, in a folder; nil for the one that windows open in.
  package init(
    at workstation: Workstation, as presence: Presence, in folder: WindowsPath? = nil,
    of visit: MachineVisit<Workstation>? = nil
  ) {
    self.workstation = workstation
    self.presence = presence
    self.visit = visit
    self.folder = folder ?? workstation.folder
  }

  /// The machine's files.
  package var drive: Drive { workstation.drive }
  /// What the machine can reach.
  package var network: any Network { workstation.network }
  /// What its command window finds beside its own commands.
  package var programs: [Program] { workstation.programs }

  /// Whether the machine has ended the visit it is part of: nothing can be done there any more.
  var isCut: Bool { visit?.isCut ?? false }

  /// Most bytes that one command may say. What goes over the network waits for its reader, and there
  /// may be many.
  var outputLimit: Int { visit == nil ? 64 << 20 : 4 << 20 }

  /// A seat for a window that this one's opens, in a folder.
  package func child(in folder: WindowsPath) -> Seat {
    Seat(at: workstation, as: presence, in: folder, of: visit)
  }

  /// Opens a command window of the machine itself. Its journal hears what happens in it.
  public func openWindow() -> Session {
    let session = session()
    presence.record(.begun(.console))
    return session
  }

  /// A session at a command window; with `lines` it carries these out and is over. Its journal hears
  /// it.
  public func session(carryingOut lines: [String]? = nil) -> Session {
    let session = Session(CommandWindow(at: self), lines: lines)
    session.add(SessionJournal())
    return session
  }

  /// The command window is closed.
  public func closeWindow() { presence.record(.ended(.console)) }

  /// Runs one line in a command window that closes behind it, and returns what it prints. Whatever
  /// it asks gets no answer.
  package func run(_ line: String) -> [Reply.Part] {
    let session = Session(CommandWindow(at: self))
    session.add(SessionJournal(inside: presence))
    let screen = TextScreen()
    session.receive(.line(line), on: screen)
    // Bounded, as a mode need not end at the end of input.
    for _ in 0..<16 where session.depth > 1 { session.receive(.end, on: screen) }
    return screen.parts
  }
}
