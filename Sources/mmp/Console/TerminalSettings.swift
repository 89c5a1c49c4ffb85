import Console
import Glibc

/// The terminal's line discipline: quiet while the program thinks, put back when it ends.
///
/// Quiet means that keys neither appear nor act by themselves. The line editor reads them, and while
/// a command runs Ctrl-C alone is a signal; what is typed meanwhile waits for the next prompt.
struct TerminalSettings {
  /// `_POSIX_VDISABLE`, which the importer does not see.
  private let noKey: cc_t = 0
  private let original: termios
  /// The terminal, even after a hang-up has taken it from standard input.
  private let descriptor = dup(StandardStream.input.descriptor)

  /// Remembers the settings as they are.
  init() {
    var settings = termios()
    tcgetattr(descriptor, &settings)
    original = settings
  }

  /// Makes the terminal quiet.
  func quieten() { apply(flagsOff: ECHO | ICANON | ISIG) }

  /// Makes the terminal a wire: keys come as they are, and what is shown is obeyed as it is.
  func makeRaw() {
    var settings = original
    cfmakeraw(&settings)
    tcsetattr(descriptor, TCSANOW, &settings)
  }

  /// Puts the settings back.
  func restore() { apply(flagsOff: 0) }

  /// Runs a command during which Ctrl-C raises SIGINT.
  func whileRunning<Value>(_ command: () -> Value) -> Value {
    apply(flagsOff: ECHO | ICANON)
    defer { quieten() }
    return command()
  }

  /// Asks for a line that does not appear while it is typed. Backspace and Ctrl-U work.
  ///
  /// - Parameter window: what has whoever waits look up.
  func readSecret(_ prompt: String, in window: WindowChange) -> Input {
    StandardStream.output.write(TerminalText.escaping(Array(prompt.utf8)))
    defer { StandardStream.output.write([0x0A]) }
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      guard readKey(into: &byte, in: window) else { return .end }
      switch byte {
      case 0x0A, 0x0D: return .line(String(decoding: line, as: UTF8.self))
      case 0x03: return .interrupt
      case 0x04 where line.isEmpty: return .end
      case 0x08, 0x7F:
        // A whole character: its continuation bytes, then its first byte.
        while let last = line.popLast(), last & 0xC0 == 0x80 {}
      case 0x15: line.removeAll()
      default: line.append(byte)
      }
    }
  }

  /// Asks for a key; which one does not matter, but for Ctrl-C and Ctrl-D.
  ///
  /// - Parameter window: what has whoever waits look up.
  func readKey(_ prompt: String, in window: WindowChange) -> Input {
    StandardStream.output.write(TerminalText.escaping(Array(prompt.utf8)))
    defer { StandardStream.output.write([0x0A]) }
    var byte: UInt8 = 0
    guard readKey(into: &byte, in: window), byte != 0x04 else { return .end }
    if byte == 0x03 { return .interrupt }
    // Keys such as the arrows send more than one byte.
    tcflush(StandardStream.input.descriptor, TCIFLUSH)
    return .line("")
  }

  /// Waits for a byte; false at the end of input, and where the lab is begun anew meanwhile.
  private func readKey(into byte: inout UInt8, in window: WindowChange) -> Bool {
    var isResized = false
    // Nothing is drawn here; the line editor wants to know of it.
    defer { if isResized { WindowChange.note() } }
    while !Renewal.isRequested {
      switch window.awaitInput() {
      case .resize:
        isResized = true
        continue
      case .signal, .quiet: continue
      case .input: break
      }
      let count = read(StandardStream.input.descriptor, &byte, 1)
      if count < 0, errno == EINTR { continue }
      return count == 1
    }
    return false
  }

  private func apply(flagsOff: Int32) {
    var settings = original
    settings.c_lflag &= ~tcflag_t(flagsOff)
    if flagsOff != 0 {
      // Ctrl-\\ and Ctrl-Z would end or stop the program with the terminal in this state.
      withUnsafeMutableBytes(of: &settings.c_cc) { keys in
        for key in [VQUIT, VSUSP] { keys[Int(key)] = noKey }
      }
    }
    tcsetattr(descriptor, TCSANOW, &settings)
  }
}
