import Console
import Glibc
import LineEditing

/// An open file descriptor of the process: standard input, output or error.
struct StandardStream {
  static let input = StandardStream(descriptor: 0)
  static let output = StandardStream(descriptor: 1)
  static let error = StandardStream(descriptor: 2)

  let descriptor: Int32

  /// Whether a person sits at it.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// What the terminal is able to show, as far as its environment tells.
  var abilities: TerminalAbilities {
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first
    var abilities = TerminalAbilities(term: variable("TERM") ?? "", locale: locale ?? "")
    if variable("NO_COLOR") != nil || !isTerminal { abilities.hasColour = false }
    return abilities
  }

  /// Keeps the numbers of standard streams that the program was started without: a file it opens
  /// would get one, and be read or written in the stream's place. Each still fails as if closed.
  static func reserve() {
    for (stream, mode) in [(input, O_WRONLY), (output, O_RDONLY), (error, O_RDONLY)]
    where fcntl(stream.descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", mode)
    }
  }

  /// Writes all of `bytes`; false if that failed, as `errno` then says.
  @discardableResult
  func write(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }

  /// What it may be sent of bytes that may be anybody's: a terminal obeys some, see ``TerminalText``.
  func presentable(_ bytes: [UInt8]) -> [UInt8] {
    isTerminal ? TerminalText.escaping(bytes) : bytes
  }

  /// Writes what the program was started for, standard output that is.
  func print(_ text: String) throws(Failure) {
    guard write(Array(text.utf8)) else {
      throw Failure(.outputFailed, writing: "standard output", code: errno)
    }
  }

  /// Writes a line in the program's own name.
  func say(_ line: String) { write(presentable(Array("mmp: \(line)\n".utf8))) }

  /// Waits for input and appends what there is to `bytes`; false at the end.
  func read(into bytes: inout [UInt8]) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
      while true {
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        bytes += buffer[..<count]
        return true
      }
    }
  }
}
