/// What a user does at a prompt.
public enum Input: Sendable, Equatable {
  /// Types a line, given without its line end; a single key where one is asked for.
  case line(String)
  /// Has no more to type: Ctrl-D on an empty line, or the end of a pipe.
  case end
  /// Presses Ctrl-C.
  case interrupt
}
