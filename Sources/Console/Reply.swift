/// A mode's answer to one line: the text to show, in one piece, and where the session goes next.
public struct Reply {
  /// What the session does once the text has been shown.
  public enum Next {
    /// The same mode takes the next line.
    case stay
    /// A new mode, such as a question, takes the next line; this one waits below it.
    case push(any Mode)
    /// This mode is done; the one below takes the next line, or the session ends.
    case pop
    /// The session ends, whatever lies below.
    case end
  }

  /// Bytes to show, each line ended by a newline. Empty if there is nothing to say.
  ///
  /// Bytes, not a string: a certificate may hold text in no known encoding, shown as it is.
  public var text: [UInt8]

  /// What comes next.
  public var next: Next

  /// An answer; without arguments, silence.
  public init(_ text: [UInt8] = [], next: Next = .stay) {
    self.text = text
    self.next = next
  }
}
