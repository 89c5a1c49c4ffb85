/// Somebody who listens to a session: a recorder, a journal. It is told of things in their order,
/// on the session's thread.
public protocol SessionTap: AnyObject {
  /// The user does something at a prompt; lines that a session carries out by itself count too, and
  /// have no prompt.
  func session(_ session: Session, takes input: Input, at prompt: Prompt?)

  /// Something is shown: an answer, progress, or (as a saying) a prompt.
  func session(_ session: Session, shows part: Part)

  /// What the user did has been answered.
  func session(_ session: Session, answered input: Input, wasInterrupted: Bool)
}

/// The screen of a session that somebody listens to, or whose output is diverted.
final class TappedScreen: Screen {
  let screen: any Screen
  /// It has this one.
  private unowned let session: Session
  private let diversions: [([UInt8]) -> [UInt8]]

  init(_ screen: any Screen, of session: Session, diversions: [([UInt8]) -> [UInt8]]) {
    self.screen = screen
    self.session = session
    self.diversions = diversions
  }

  func show(_ bytes: [UInt8]) { show(Part.bytes(bytes)) }

  func show(_ part: Part) {
    guard !diversions.isEmpty else {
      for tap in session.taps { tap.session(session, shows: part) }
      return screen.show(part)
    }
    let left = diversions.reduce(part.bytes) { $1($0) }
    if !left.isEmpty { screen.show(Part.bytes(left)) }
  }

  func flush() { screen.flush() }
  func clear() { screen.clear() }
  var isInterrupted: Bool { screen.isInterrupted }
  var wasInterrupted: Bool { screen.wasInterrupted }
  func rest(milliseconds: Int) -> Bool { screen.rest(milliseconds: milliseconds) }
}
