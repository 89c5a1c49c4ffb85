import Console
import Control
import LineEditing

/// A session at another process's terminal.
final class ServedTerminal: TerminalWire {
  private let connection: Connection
  private let session: Session
  private let (columns, abilities): (Int, TerminalAbilities)
  private var terminal: TerminalSession?
  /// Why it is over, other than by itself.
  private var outcome: ServedWindow.Outcome?
  /// Whether something was typed since it was last quiet.
  private var isTyped = false

  /// How many typed bytes may wait before no more are taken.
  private static let room = 512 << 10
  /// How long a key that begins as others do is waited for, in milliseconds.
  private static let quiet: Int32 = 50

  init(
    _ session: Session, columns: Int, abilities: TerminalAbilities, over connection: Connection
  ) {
    self.connection = connection
    self.session = session
    (self.columns, self.abilities) = (columns, abilities)
  }

  func run() -> ServedWindow.Outcome {
    let terminal = TerminalSession(
      session, columns: columns, abilities: abilities, wire: self)
    self.terminal = terminal
    // Between two lines it shows whether the other process is still there.
    session.isStepped = true
    terminal.start()
    while !terminal.hasEnded, outcome == nil {
      if !terminal.hasInput {
        take(within: isTyped ? Self.quiet : -1)
      } else if connection.waitForRoom() {
        terminal.advance()
        poll()
      } else {
        outcome = connection.isStopping ? .stopped : .gone
      }
    }
    return outcome ?? .ended
  }

  // MARK: - What the session has of its wire

  /// A lot waits for the other process to take it.
  func send(_ bytes: [UInt8]) {
    for frame in Frame.pieces(.output, bytes) where connection.waitForRoom() {
      connection.send(frame)
    }
  }

  /// What was sent is on its way.
  func flush() {}

  func poll() { while take(within: 0) {} }

  func wait(milliseconds: Int) -> Bool {
    let isFull = (terminal?.pendingCount ?? 0) >= Self.room
    if isFull { return false }
    take(within: Int32(clamping: milliseconds))
    return !isClosed
  }

  var isClosed: Bool { outcome != nil }

  /// Takes one thing that has come.
  ///
  /// - Returns: whether there was one, and may be another.
  @discardableResult
  private func take(within milliseconds: Int32) -> Bool {
    guard outcome == nil, let terminal, terminal.pendingCount < Self.room else { return false }
    do throws(ControlError) {
      switch try connection.receive(within: milliseconds) {
      case .frame(let frame): try take(frame, to: terminal)
      case .end: outcome = .gone
      case .stop: outcome = .stopped
      case .wake, .input: break
      case .quiet:
        // While a command runs nothing is known of what comes next.
        if milliseconds > 0, isTyped {
          isTyped = false
          terminal.resolvePendingKey()
        }
        return false
      }
    } catch {
      outcome = .gone
    }
    return outcome == nil
  }

  private func take(_ frame: Frame, to terminal: TerminalSession) throws(ControlError) {
    switch frame.kind {
    case .input:
      terminal.enqueue(frame.bytes)
      isTyped = true
    case .endOfInput: terminal.endInput()
    case .size: terminal.resize(columns: try WindowSize(frame).columns)
    default: break
    }
  }
}
