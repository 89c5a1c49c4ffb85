import Console

extension Transcript {
  /// Types the transcript's lines into the windows of `stage` and compares what comes back.
  ///
  /// Nothing that a session does can make it fail otherwise than by a difference.
  public func replay(on stage: any Stage) -> Outcome {
    var replay = Replay(of: self, on: stage)
    var done = lines.startIndex
    for block in blocks {
      replay.skip(lines[done..<block.lowerBound])
      replay.play(lines[block], isLast: block == blocks.last)
      done = block.upperBound
    }
    replay.skip(lines[done...])
    return Outcome(
      of: self, edits: replay.edits, notes: replay.notes, screen: replay.shown,
      typed: replay.typed, said: replay.listener.ids)
  }
}

/// One run of a transcript.
private struct Replay {
  /// A line that types something.
  private struct Typing {
    let window: Window
    let typed: ArraySlice<UInt8>
  }

  private let stage: any Stage
  private let screen = TextScreen()
  let listener = SaidMessages()
  /// The window used last.
  private var current: Window?
  /// The other sessions used so far.
  private var others: [Session] = []
  /// Whether the transcript has the question that waits in the window used last.
  private var isQuestionShown = false
  /// The lines that came back from the line typed last.
  private var printed: [ArraySlice<UInt8>] = []

  private var alignment: Alignment
  private(set) var edits: [Edit] = []
  private(set) var shown: [UInt8] = []
  private(set) var typed: [TypedStep] = []

  /// What the author should know.
  var notes: [Note] { alignment.notes }

  init(of transcript: Transcript, on stage: any Stage) {
    self.stage = stage
    alignment = Alignment(for: transcript)
  }

  /// Passes over lines that are no part of the replay.
  mutating func skip(_ lines: ArraySlice<Line>) { edits += lines.map(Edit.keep) }

  /// Plays one block of lines; it ends with the end of a line on the screen.
  mutating func play(_ block: ArraySlice<Line>, isLast: Bool) {
    var expected = block.startIndex
    for line in block.indices {
      guard !block[line].isComment, let entry = entry(in: block[line].text) else { continue }
      turn(to: entry.window)
      settle(block[expected..<line])
      expected = line + 1
      if entry.typed.isBlank, isLeft(entry.window, before: block[expected...]) {
        awaitPrompt(block[line])
      } else {
        type(entry.typed, as: block[line])
      }
    }
    if isLast { leaveWindow() } else { endCursorLine() }
    settle(block[expected...])
  }

  /// Whether nothing more is typed in a window, or it asks something and another one comes next.
  private func isLeft(_ window: Window, before rest: ArraySlice<Line>) -> Bool {
    guard !rest.isRemark else { return true }
    guard window.isAsking, let next = rest.first(where: { !$0.isComment && !$0.text.isBlank }),
      let (prompt, _) = WindowPrompt.scan(next.text), let other = stage.window(named: prompt)
    else { return false }
    return other !== window.session
  }

  /// What a line types, and where; nil if it is expected output.
  private func entry(in line: ArraySlice<UInt8>) -> Typing? {
    // The window in use comes first: its prompt may be a question, or a host's new name.
    if let current, let typed = current.typed(in: line) {
      return Typing(window: current, typed: typed)
    }
    if let (prompt, length) = WindowPrompt.scan(line), let session = stage.window(named: prompt) {
      let window = window(of: session)
      if let typed = window.typed(in: line) { return Typing(window: window, typed: typed) }
      // Programs print prompts too: psftp does when it is fed by a pipe. If nothing waits at this
      // prompt, and the line was printed, then it is output.
      if alignment.has(line, in: printed) { return nil }
      return Typing(window: window, typed: line.dropFirst(length))
    }
    // A question may still wait in a window used before.
    for session in others {
      let window = Window(session)
      if let typed = window.typed(in: line) { return Typing(window: window, typed: typed) }
    }
    return nil
  }

  private func window(of session: Session) -> Window {
    if let current, current.session === session { current } else { Window(session) }
  }

  private mutating func turn(to window: Window) {
    if let current, current.session !== window.session {
      leaveWindow()
      others.removeAll { $0 === window.session }
      others.append(current.session)
    }
    current = window
  }

  /// Leaves the window used last. A question that waits in it is on the screen; where the transcript
  /// does not show it, something else happened than it says.
  private mutating func leaveWindow() {
    guard let window = current, window.isAsking, !isQuestionShown else { return endCursorLine() }
    printed.append(window.display)
    current = window.left
    isQuestionShown = true
  }

  /// Ends a line that a command left unended, where no prompt is shown after it.
  private mutating func endCursorLine() {
    guard let window = current, !window.unended.isEmpty else { return }
    printed.append(window.unended)
    current = window.left
  }

  /// Compares what the line typed last printed.
  private mutating func settle(_ expected: ArraySlice<Line>) {
    for line in printed { show(line) }
    edits += alignment.edits(expected: expected, actual: printed[...])
    printed.removeAll(keepingCapacity: true)
  }

  /// Compares a prompt at which nothing is typed.
  private mutating func awaitPrompt(_ line: Line) {
    let display = current?.display ?? []
    edits += alignment.edits(typed: line, shown: display.isEmpty ? nil : display)
    if !display.isEmpty { show(display) }
    current = current?.left
    isQuestionShown = true
  }

  /// Compares the prompt and types at it, even if it is not the one expected: so does a paste.
  private mutating func type(_ typed: ArraySlice<UInt8>, as line: Line) {
    guard let window = current, !window.session.hasEnded else {
      edits.append(.refuse(line))
      return
    }
    edits += alignment.edits(typed: line, shown: window.display + typed)
    let typed = alignment.captures.filling(typed)
    show(window.display + typed)
    window.session.add(listener)
    listener.turn()
    window.session.receive(.line(typed.asText), on: screen)
    self.typed.append(TypedStep(line: (window.display + typed).asText, said: listener.latest))
    isQuestionShown = false
    current = Window(window.session, after: screen.take(), lines: &printed)
  }

  private mutating func show(_ line: ArraySlice<UInt8>) {
    shown += line
    shown.append(.newline)
  }
}
