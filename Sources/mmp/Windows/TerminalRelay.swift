import Control
import Glibc
import Windows

/// This process's terminal as a wire to the one that runs the session.
final class TerminalRelay {
  private let connection: Connection
  private let settings = TerminalSettings()
  private let changes = WindowChange()
  /// The size that the other process knows.
  private var size: WindowSize
  /// Whether the last thing that was shown ends a line.
  private var isAtLineStart = true
  private var isInputEnded = false

  /// How much may wait for the other process before keys wait in the terminal, in bytes.
  static let ease = 256 << 10
  /// How long the other process may take to end the session after a hang-up, in milliseconds.
  static let patience: Int32 = 2_000

  /// A terminal of which the other process knows that size.
  init(_ connection: Connection, size: WindowSize) {
    self.connection = connection
    self.size = size
  }

  /// Relays keys and what is shown until the end; nil if the other process has gone without one.
  func run(on file: HostFile) throws(Failure) -> Ending? {
    settings.makeRaw()
    defer {
      settings.restore()
      // What is said next stands in a line of its own.
      if !isAtLineStart { StandardStream.output.write([0x0A]) }
    }
    do throws(ControlError) {
      return try relay()
    } catch {
      throw Failure(error, of: file)
    }
  }

  private func relay() throws(ControlError) -> Ending? {
    while true {
      let isReading = !isInputEnded && connection.pending <= Self.ease
      let arrival = try connection.receive(
        within: HangUp.isRequested && isInputEnded ? Self.patience : -1,
        besides: [changes.reader] + (isReading ? [StandardStream.input.descriptor] : []))
      switch arrival {
      case .frame(let frame) where frame.kind == .output: show(frame.bytes)
      case .frame(let frame) where frame.kind == .ending: return try Ending(frame)
      case .input(changes.reader):
        changes.forget()
        tellSize()
      case .input: takeKeys()
      case .frame, .wake: break
      case .quiet: return Ending()
      case .end, .stop: return nil
      }
    }
  }

  private func show(_ bytes: [UInt8]) {
    StandardStream.output.write(bytes)
    if let last = bytes.last { isAtLineStart = last == 0x0A }
  }

  private func takeKeys() {
    var bytes: [UInt8] = []
    isInputEnded = !StandardStream.input.read(into: &bytes)
    // Keys belong to the window as it is when they are pressed.
    tellSize()
    connection.send(isInputEnded ? Frame(.endOfInput) : Frame(.input, bytes))
  }

  private func tellSize() {
    let now = StandardStream.output.windowSize
    guard now != size else { return }
    size = now
    connection.send(now.frame)
  }
}

extension StandardStream {
  /// The size of the terminal it is.
  var windowSize: WindowSize {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else {
      return WindowSize(columns: 0, rows: 0)
    }
    return WindowSize(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }
}
