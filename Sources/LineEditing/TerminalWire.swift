/// What a terminal session has of the wire to its terminal. The wire keeps the session alive, not
/// the other way round.
public protocol TerminalWire: AnyObject {
  /// Appends to what goes out.
  func send(_ bytes: [UInt8])

  /// Makes what was sent visible now.
  func flush()

  /// Lets input that has arrived in, by ``TerminalSession/enqueue(_:)``. A running command calls it
  /// as often as it looks for Ctrl-C.
  func poll()

  /// Lets that time pass, or less if something arrives; false if the wire cannot wait.
  func wait(milliseconds: Int) -> Bool

  /// Whether nobody is at the other end any more.
  var isClosed: Bool { get }
}

extension TerminalWire {
  /// Cannot, unless a wire says otherwise.
  public func wait(milliseconds: Int) -> Bool { false }
}
