/// What a running command may see and touch of the terminal it serves.
///
/// One screen serves one session at a time; it is the only way from a command to the edge.
public protocol Screen: AnyObject {
  /// Shows bytes, soon.
  ///
  /// For a command only progress goes this way. Its answer goes back in a ``Reply``, so that it
  /// arrives whole.
  func show(_ bytes: [UInt8])

  /// Makes what was shown so far visible now, as progress should be.
  func flush()

  /// Takes all text off the screen, if it is one that can.
  func clear()

  /// Whether the user has asked, with Ctrl-C, that the running command stop.
  var isInterrupted: Bool { get }
}

extension Screen {
  /// Nothing to do for a screen that holds nothing back.
  public func flush() {}

  /// Nothing to do for a screen that is not looked at as a whole.
  public func clear() {}
}

/// A screen nobody watches and nobody interrupts: it keeps what it is shown.
public final class TextScreen: Screen {
  /// All that was shown, oldest first.
  public private(set) var bytes: [UInt8] = []

  /// An empty screen.
  public init() {}

  /// Keeps `bytes`.
  public func show(_ bytes: [UInt8]) { self.bytes += bytes }

  /// Always false.
  public var isInterrupted: Bool { false }

  /// Takes away what was shown so far.
  public func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }
}
