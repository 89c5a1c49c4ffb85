public import Ledger

/// What a running command may see and touch of the terminal it serves.
///
/// One screen serves one session at a time; it is the only way from a command to the edge.
public protocol Screen: AnyObject {
  /// Shows bytes, soon.
  ///
  /// For a command only progress goes this way. Its answer goes back in a ``Reply``, so that it
  /// arrives whole.
  func show(_ bytes: [UInt8])

  /// Shows one part of an answer.
  func show(_ part: Part)

  /// Makes what was shown so far visible now, as progress should be.
  func flush()

  /// Takes all text off the screen, if it is one that can.
  func clear()

  /// Whether the user has asked, with Ctrl-C, that the running command stop.
  var isInterrupted: Bool { get }

  /// The same without a look at the keyboard: what the running command has seen.
  var wasInterrupted: Bool { get }

  /// The room for what is said beside the machines.
  var asideRoom: AsideRoom { get }

  /// Waits a while with something that goes on until it is interrupted; false if it was, or if
  /// nobody is there who could interrupt it.
  func rest(milliseconds: Int) -> Bool
}

extension Screen {
  /// Its bytes. Asides are for screens with a person in front.
  public func show(_ part: Part) {
    let bytes = part.bytes
    if !bytes.isEmpty { show(bytes) }
  }

  /// Shows a message now, as progress.
  public func say(_ saying: Saying) { show(Part.saying(saying)) }

  /// Nothing to do for a screen that holds nothing back.
  public func flush() {}

  /// Nothing to do for a screen that is not looked at as a whole.
  public func clear() {}

  /// Little is known of a screen that says nothing else.
  public var asideRoom: AsideRoom { AsideRoom() }

  /// For a screen whose looks change nothing.
  public var wasInterrupted: Bool { isInterrupted }

  /// Nobody is there, unless a screen says otherwise.
  public func rest(milliseconds: Int) -> Bool { false }
}

/// A screen nobody watches and nobody interrupts: it keeps what it is shown.
public final class TextScreen: Screen {
  /// All that was shown, oldest first, asides among it.
  public private(set) var parts: [Part] = []
  /// How many bytes that is.
  public private(set) var count = 0

  /// An empty screen.
  public init() {}

  /// The bytes of it.
  public var bytes: [UInt8] { parts.flatMap(\.bytes) }

  /// Keeps `bytes`.
  public func show(_ bytes: [UInt8]) { show(Part.bytes(bytes)) }

  /// Keeps a part.
  public func show(_ part: Part) {
    parts.append(part)
    count += part.bytes.count
  }

  /// Always false.
  public var isInterrupted: Bool { false }

  /// Takes away what was shown so far.
  public func take() -> [UInt8] {
    defer {
      parts.removeAll(keepingCapacity: true)
      count = 0
    }
    return bytes
  }
}
