import Console

/// The terminal behind a wire: what was typed at it, and what it is shown, in large pieces unless
/// somebody waits for a small one.
final class WireScreen: Screen {
  private static let pieceSize = 1 << 16

  private weak var wire: (any TerminalWire)?
  /// How lines in the lab's voice look.
  var asides: AsideStyle
  private let view: TerminalView?
  /// Where in the output the last prompt begins; nil if none does.
  private var promptStart: Int?
  var input = InputQueue()
  /// What is shown next, with the terminal's line ends.
  var output: [UInt8] = []
  /// Whether what was shown last ends a line.
  private var isAtLineStart = true
  /// Whether the running command was told to stop.
  private(set) var wasInterrupted = false

  init(_ wire: any TerminalWire, asides: AsideStyle, view: TerminalView?) {
    self.wire = wire
    self.asides = asides
    self.view = view
  }

  /// Forgets Ctrl-C, as another command is about to run.
  func beginCommand() { wasInterrupted = false }

  /// Shows what others have left for this prompt, which is about to be shown.
  func beginPrompt(isCommand: Bool) {
    guard let view else { return }
    if isCommand { for aside in view.takeAsides() { show(.aside(aside)) } }
    promptStart = output.count
  }

  /// Shows bytes that may be anybody's, see ``TerminalText``.
  func show(_ bytes: [UInt8]) {
    if let last = bytes.last { isAtLineStart = last == 0x0A }
    // A terminal on a wire has no line discipline to do it.
    for byte in TerminalText.escaping(bytes) {
      if byte == 0x0A { output.append(0x0D) }
      output.append(byte)
    }
    if output.count > Self.pieceSize { send() }
  }

  func show(_ part: Reply.Part) {
    guard case .aside(let text) = part else { return show(part.bytes) }
    if !isAtLineStart { show([0x0A]) }
    // Nothing in it commands the terminal but its colour.
    for row in asides.rows(of: text) { output += "\(row)\r\n".utf8 }
  }

  var asideRoom: AsideRoom { asides.room }

  func flush() {
    send()
    wire?.flush()
  }

  func clear() { output += "\u{1B}[H\u{1B}[2J".utf8 }

  var isInterrupted: Bool {
    guard let wire, !wasInterrupted else { return true }
    wire.poll()
    wasInterrupted = input.removeThroughInterrupt()
    return wasInterrupted || wire.isClosed
  }

  func rest(milliseconds: Int) -> Bool {
    flush()
    return !isInterrupted && (wire?.wait(milliseconds: milliseconds) ?? false) && !isInterrupted
  }

  private func send() {
    guard !output.isEmpty else { return }
    wire?.send(output)
    view?.show(output, promptAt: promptStart)
    promptStart = nil
    output.removeAll(keepingCapacity: output.count <= Self.pieceSize)
  }
}
