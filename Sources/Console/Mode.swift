/// One thing a session can be doing: a prompt, and what happens to the line typed at it.
///
/// The MMP prompt is a mode, and so is a password question. A session is a stack of them, which
/// is why a pasted block behaves as on the real console: the next line answers the question.
public protocol Mode: AnyObject {
  /// What stands in front of the cursor. Lines before its last one are printed once and cannot be
  /// edited over: cmd.exe puts an empty one there.
  var prompt: String { get }

  /// Whether typed characters appear on the screen. Passwords do not.
  var echoesInput: Bool { get }

  /// Whether lines typed here may be recalled with the up arrow.
  var keepsHistory: Bool { get }

  /// Whether Escape pressed alone takes the typed line away.
  var escapeClearsLine: Bool { get }

  /// Answers one line, given without its line end.
  func receive(_ line: String, on screen: any Screen) -> Reply

  /// The characters Tab adds at the end of `line`; empty if there is nothing to add.
  func completion(of line: String) -> String

  /// Answers the end of input, as Ctrl-D on an empty line or the end of a pipe.
  func endOfInput() -> Reply

  /// Answers Ctrl-C pressed at the prompt.
  func interrupt() -> Reply
}

extension Mode {
  /// Typed characters appear, unless a mode says otherwise.
  public var echoesInput: Bool { true }

  /// A mode that echoes its lines also remembers them, unless it says otherwise.
  public var keepsHistory: Bool { echoesInput }

  /// Escape alone means nothing, unless a mode says otherwise.
  public var escapeClearsLine: Bool { false }

  /// Nothing to complete, unless a mode says otherwise.
  public func completion(of line: String) -> String { "" }

  /// The mode is done, unless it says otherwise.
  public func endOfInput() -> Reply { Reply(next: .pop) }

  /// The line is dropped and the mode stays, unless it says otherwise.
  public func interrupt() -> Reply { Reply() }
}
