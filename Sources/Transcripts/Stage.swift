public import Console

/// The windows that a transcript may talk to.
///
/// The world behind them (one appliance, later the whole lab) is built anew for each transcript,
/// from its header.
public protocol Stage: AnyObject {
  /// The session in the window that `prompt` names, opened now if it was not open before.
  ///
  /// Answer the same session each time, wherever it has got to since: a window that asks for a
  /// password is still that window. For a window whose session has ended, answer a new session
  /// if the user could open one, else the ended one. Nil if there is no such window; then the line
  /// is expected output that happens to look like a prompt.
  func window(named prompt: WindowPrompt) -> Session?
}
