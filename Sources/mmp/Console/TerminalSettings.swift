#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terminal's line discipline, changed for a while and put back.
struct TerminalSettings {
  private let original: termios

  /// Remembers the settings as they are.
  init() {
    var settings = termios()
    tcgetattr(StandardStream.input.descriptor, &settings)
    original = settings
  }

  /// Runs `body` with keys unseen but for Ctrl-C, which still raises SIGINT.
  func withoutEcho<Value>(_ body: () -> Value) -> Value {
    with(flagsOff: ECHO | ICANON, body)
  }

  /// Asks for a line that does not appear while it is typed. Backspace and Ctrl-U work.
  func readSecret(_ prompt: String) -> Entry {
    StandardStream.output.write(Array(prompt.utf8))
    let entry = with(flagsOff: ECHO | ICANON | ISIG, readUnseen)
    StandardStream.output.write([0x0A])
    return entry
  }

  private func readUnseen() -> Entry {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = read(StandardStream.input.descriptor, &byte, 1)
      if count < 0, errno == EINTR, !HangUp.isRequested { continue }
      guard count == 1 else { return .end }
      switch byte {
      case 0x0A, 0x0D: return .line(String(decoding: line, as: UTF8.self))
      case 0x03: return .interrupted
      case 0x04 where line.isEmpty: return .end
      case 0x08, 0x7F:
        // A whole character: its continuation bytes, then its first byte.
        while let last = line.popLast(), last & 0xC0 == 0x80 {}
      case 0x15: line.removeAll()
      default: line.append(byte)
      }
    }
  }

  private func with<Value>(flagsOff: Int32, _ body: () -> Value) -> Value {
    var settings = original
    settings.c_lflag &= ~tcflag_t(flagsOff)
    tcsetattr(StandardStream.input.descriptor, TCSANOW, &settings)
    var restored = original
    defer { tcsetattr(StandardStream.input.descriptor, TCSANOW, &restored) }
    return body()
  }
}
