/// A stack of modes that takes lines, from wherever they come.
///
/// The same session serves the line editor, a pipe, a transcript and an SSH channel. It belongs to
/// one thread; what several sessions share (the appliance) guards itself.
public final class Session {
  private var modes: [any Mode]

  /// A session that starts, and may end, in `mode`.
  public init(_ mode: any Mode) {
    modes = [mode]
  }

  /// The mode that takes the next line; nil once the session has ended.
  public var mode: (any Mode)? { modes.last }

  /// The prompt of the current mode; empty once the session has ended.
  public var prompt: String { modes.last?.prompt ?? "" }

  /// How many modes lie upon each other; 0 once the session has ended.
  public var depth: Int { modes.count }

  /// Whether the session is over.
  public var hasEnded: Bool { modes.isEmpty }

  /// Hands `line` to the current mode and shows its answer.
  public func receive(_ line: String, on screen: any Screen) {
    guard let mode = modes.last else { return }
    follow(mode.receive(line, on: screen), of: mode, on: screen)
  }

  /// Ctrl-C at the prompt.
  public func interrupt(on screen: any Screen) {
    guard let mode = modes.last else { return }
    follow(mode.interrupt(), of: mode, on: screen)
  }

  /// Tells the current mode that input has ended. It may be needed again for the mode below.
  public func endInput(on screen: any Screen) {
    guard let mode = modes.last else { return }
    follow(mode.endOfInput(), of: mode, on: screen)
  }

  /// Ends the session, as a hang-up does.
  public func end() { modes.removeAll() }

  private func follow(_ reply: Reply, of mode: any Mode, on screen: any Screen) {
    if !reply.text.isEmpty { screen.show(reply.text) }
    switch reply.next {
    case .stay: break
    case .push(let next):
      // A question that leads to another question has had its answer.
      if mode is Question { modes.removeLast() }
      modes.append(next)
    case .pop: modes.removeLast()
    case .end: modes.removeAll()
    }
  }
}
