public import Console

/// A session typed at a terminal whose bytes come and go by a wire, such as an SSH channel.
///
/// It never waits. Whoever reads the wire enqueues what was typed and lets the session advance, one
/// line at a time; commands run meanwhile, and keys pressed then wait for the next prompt. It
/// belongs to one thread.
public final class TerminalSession {
  private let session: Session
  private let screen: WireScreen
  private var columns: Int
  private var decoder = KeyDecoder()
  private(set) var editor = LineEditor()
  /// The line typed where it must not be seen; nil where it may.
  private var secret: SecretLine?
  /// Text typed since the line was last changed: a paste is one change.
  private var typed: [Unicode.Scalar] = []
  private var isInputEnded = false
  /// Whether the next key is an answer.
  private var awaitsKey = false
  private var isAdvancing = false

  /// A session at a terminal of `columns`; 80 if that is no width of a terminal.
  ///
  /// - Parameters:
  ///   - abilities: what the terminal is able to show.
  ///   - view: where others leave lines for it, and watch it; nil if nobody may.
  public init(
    _ session: Session, columns: Int, abilities: TerminalAbilities = .unknown,
    wire: any TerminalWire, view: TerminalView? = nil
  ) {
    self.session = session
    self.columns = Self.width(columns)
    let asides = AsideStyle(columns: self.columns, abilities: abilities)
    screen = WireScreen(wire, asides: asides, view: view)
  }

  /// Whether the session is over. What is typed afterwards is not looked at.
  public var hasEnded: Bool { session.hasEnded }

  /// Whether there is something to ``advance()`` with.
  public var hasInput: Bool {
    !hasEnded && (pendingCount > 0 || isInputEnded || session.hasLines)
  }

  /// How many typed bytes wait.
  public var pendingCount: Int { screen.input.count }

  /// Carries out what needs no typing and shows the first prompt.
  public func start() {
    screen.beginCommand()
    session.start(on: screen)
    prompt()
    screen.flush()
  }

  /// Takes what was typed, to look at it later. It may be called while a command runs.
  public func enqueue(_ bytes: some Collection<UInt8>) {
    if !hasEnded { screen.input.append(bytes) }
  }

  /// Nothing more has come for a while: Escape, if it came last, was the key of that name. Others that
  /// begin with it send all they have at once.
  public func resolvePendingKey() {
    guard decoder.isAfterEscape, pendingCount == 0, !isAdvancing, secret == nil,
      session.prompt.escapeClearsLine
    else { return }
    decoder.forgetEscape()
    editor.perform(.killLine)
    editor.paint(to: &screen.output)
    screen.flush()
  }

  /// Input ends behind what waits: an unfinished line is dropped and every mode left, as with Ctrl-D.
  public func endInput() {
    isInputEnded = true
    if pendingCount == 0 { advance() }
  }

  /// The terminal has another width.
  public func resize(columns: Int) {
    let width = Self.width(columns)
    guard width != self.columns else { return }
    self.columns = width
    screen.asides.columns = width
    if !isAdvancing, secret == nil { editor.resize(columns: width) }
  }

  /// Handles waiting input until it is used up, one line has been carried out, or so many keys were
  /// pressed that somebody else should have a turn.
  public func advance() {
    guard !isAdvancing, !hasEnded else { return }
    isAdvancing = true
    if session.hasLines {
      screen.beginCommand()
      session.carryOutLine(on: screen)
      prompt()
    } else {
      takeKeys()
    }
    isAdvancing = false
    screen.flush()
  }

  private func takeKeys() {
    var commandCount = 0
    while commandCount < Self.commandsPerTurn, let key = decoder.next(from: &screen.input) {
      switch key {
      case _ where awaitsKey && key != .command(.interrupt):
        leavePrompt(.line(""))
        return
      case .text(let scalar):
        typed.append(scalar)
        if typed.count == 4096 { insertTyped() }
      case .command(let command):
        insertTyped()
        if handle(command) { return }
        commandCount += 1
      }
    }
    insertTyped()
    if secret == nil { editor.paint(to: &screen.output) }
    if isInputEnded, commandCount < Self.commandsPerTurn { leave() }
  }

  /// Each may be as slow as the longest line of the history.
  private static let commandsPerTurn = 16

  private func insertTyped() {
    guard !typed.isEmpty else { return }
    if secret != nil { secret?.insert(typed) } else { editor.insert(typed) }
    typed.removeAll(keepingCapacity: true)
  }

  /// - Returns: whether the prompt was left.
  private func handle(_ command: EditingCommand) -> Bool {
    switch command {
    case .accept:
      let line = secret?.text ?? editor.line.text
      if secret == nil, session.prompt.keepsHistory { editor.remember(line) }
      leavePrompt(.line(line))
      // The line feed of a line end went with what was typed before Ctrl-C.
      if screen.wasInterrupted { decoder.forgetReturn() }
    case .interrupt:
      leavePrompt(.interrupt, showing: secret == nil ? "^C" : "")
    case .deleteForwardOrEnd where secret?.isEmpty ?? editor.line.isEmpty:
      leavePrompt(.end)
    case _ where secret != nil:
      secret?.perform(command)
      return false
    case .complete:
      let rest = completion()
      // A name that would command the terminal is not put where it is drawn.
      if !rest.isEmpty, rest.unicodeScalars.allSatisfy(TerminalText.isHarmless) {
        editor.insert(rest.unicodeScalars)
      } else {
        editor.ring()
      }
      return false
    case .clearScreen:
      editor.clearScreen(output: &screen.output)
      return false
    default:
      editor.perform(command)
      return false
    }
    return true
  }

  /// What Tab adds; nothing behind more than anybody completes.
  private func completion() -> String {
    guard editor.line.cursor <= KeyTable.longestCompleted else { return "" }
    let text = editor.line.textBeforeCursor
    guard text.utf8.count <= KeyTable.longestCompleted else { return "" }
    return session.completion(of: text)
  }

  private func leavePrompt(_ input: Input, showing mark: String = "") {
    if secret == nil { editor.paintEnd(to: &screen.output) }
    screen.show(Array("\(mark)\n".utf8))
    screen.beginCommand()
    session.receive(input, on: screen)
    prompt()
  }

  private func prompt() {
    guard !session.hasEnded else {
      screen.input.removeAll()
      return
    }
    guard !session.hasLines else { return }
    session.remark(on: screen)
    let prompt = session.prompt
    screen.beginPrompt(isCommand: prompt.purpose == .command)
    screen.show(Array(prompt.above.utf8))
    if prompt.echoes {
      secret = nil
      editor.begin(prompt: prompt.last, columns: columns, output: &screen.output)
    } else {
      secret = SecretLine()
      screen.show(Array(prompt.last.utf8))
    }
    awaitsKey = prompt.purpose == .key
  }

  private func leave() {
    while !session.hasEnded, !session.hasLines {
      let depth = session.depth
      leavePrompt(.end)
      // A mode may have an answer to Ctrl-D other than to go.
      if session.depth >= depth { session.end() }
    }
  }

  private static func width(_ columns: Int) -> Int { 2...10_000 ~= columns ? columns : 80 }
}
