import Console
import Journal
import MMPShell
import Workstation

/// Where somebody in a window of the lab is.
struct WindowPlace {
  /// The machine, by its name in its world.
  var host: String { presence.host }
  /// Whoever is there.
  let presence: Presence
  /// The folder of PC1 that names of files are of; nil at another machine.
  let folder: WindowsPath?
  /// Whether it is a program's own folder, and so not the one that the window's prompt shows.
  let isOfProgram: Bool

  /// The place of a session that somebody types at; nil if no mode of it has one.
  init?(of session: Session) {
    guard let presence = session.presence else { return nil }
    self.presence = presence
    let top = session.modes.last { $0.owner is Presence || $0 is any Seated }
    folder = (top as? any Seated)?.folder
    isOfProgram = folder != nil && !(top?.owner is Presence)
  }
}
