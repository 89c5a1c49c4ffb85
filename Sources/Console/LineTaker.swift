/// What takes the lines typed for a session: the session itself, or a recorder before it.
public protocol LineTaker {
  /// Takes one line, given without its line end.
  func type(_ line: String)

  /// Takes the end of input, once for each mode that is left by it.
  func endInput()
}

/// The straight way to a session.
struct DirectTyping: LineTaker {
  let session: Session
  let screen: any Screen

  func type(_ line: String) { session.receive(line, on: screen) }
  func endInput() { session.endInput(on: screen) }
}
