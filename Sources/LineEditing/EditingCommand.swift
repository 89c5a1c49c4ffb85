/// What a key does to the line being typed.
///
/// Words are runs of letters, digits and the characters `*?_-.[]~=`, as libedit has them.
public enum EditingCommand: Equatable, Sendable, CaseIterable {
  /// Ends the line and carries it out.
  case accept
  /// Drops the line, whatever is on it.
  case interrupt
  /// Adds what the mode knows to follow.
  case complete
  /// Clears the screen but for the line.
  case clearScreen
  /// Does nothing: a key without a meaning here.
  case ignore

  /// Cursor to the start of the line.
  case moveToStart
  /// Cursor to the end of the line.
  case moveToEnd
  /// Cursor one character back.
  case moveBackward
  /// Cursor one character on.
  case moveForward
  /// Cursor to the start of this word, or of the one before.
  case moveWordBackward
  /// Cursor to the end of this word, or of the next one.
  case moveWordForward

  /// Deletes the character before the cursor.
  case deleteBackward
  /// Cuts the character under the cursor.
  case deleteForward
  /// Deletes the character under the cursor; on an empty line input ends.
  case deleteForwardOrEnd
  /// Swaps the character under the cursor with the one before; at the end, the last two.
  case transpose

  /// Cuts all from the cursor on.
  case killToEnd
  /// Cuts the whole line, wherever the cursor is.
  case killLine
  /// Cuts from the start of the word to the cursor.
  case killWordBackward
  /// Cuts from the cursor to the end of the word.
  case killWordForward
  /// Puts in what was cut last.
  case yank

  /// Recalls the line before.
  case previousLine
  /// Recalls the line after, at last the one that was being typed.
  case nextLine
}
