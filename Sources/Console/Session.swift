/// A stack of modes that takes what a user does, from wherever it comes.
///
/// The same session serves the line editor, a pipe, a transcript and an SSH channel. It belongs to
/// one thread; what several sessions share (the appliance) guards itself.
public final class Session {
  /// A mode at its place.
  private struct Frame {
    let mode: any Mode
    /// What it still carries out by itself; nil if it is typed at.
    var lines: ArraySlice<String>?
    let diversion: (([UInt8]) -> [UInt8])?
    let then: Reply.Continuation?

    init(_ visitor: Reply.Visitor, then: Reply.Continuation?) {
      mode = visitor.mode
      lines = visitor.lines.map { $0[...] }
      diversion = visitor.diversion
      self.then = then
    }
  }

  private var frames: [Frame]
  /// The screen used last, with those who listen in front of it.
  private var plainTap: TappedScreen?
  /// Those who listen.
  public private(set) var taps: [any SessionTap] = []
  /// Who speaks beside its modes; only whoever has a person at a terminal sets it.
  public var voice: (any Voice)?

  /// A session that starts, and may end, in `mode`. With `lines` it carries these out by itself,
  /// without prompts, and then ends.
  public init(_ mode: any Mode, lines: [String]? = nil) {
    frames = [
      Frame(Reply.Visitor(mode: mode, lines: lines, diversion: nil, then: nil), then: nil)
    ]
  }

  /// A session of somebody who would have come into another one.
  public init(_ visitor: Reply.Visitor) { frames = [Frame(visitor, then: visitor.then)] }

  /// Has somebody listen from now on, once.
  public func add(_ tap: any SessionTap) {
    if !taps.contains(where: { $0 === tap }) { taps.append(tap) }
  }

  /// The modes, the one that takes the next line last.
  public var modes: [any Mode] { frames.map(\.mode) }

  /// The mode that takes the next line; nil once the session has ended.
  public var mode: (any Mode)? { frames.last?.mode }

  /// What stands in front of the cursor; empty once the session has ended.
  public var prompt: Prompt {
    guard let frame = frames.last, frame.lines == nil else { return Prompt("") }
    return frame.mode.prompt
  }

  /// How many modes lie upon each other; 0 once the session has ended.
  public var depth: Int { frames.count }

  /// Whether the session is over.
  public var hasEnded: Bool { frames.isEmpty }

  /// Whether whoever drives it has each line carried out that needs no typing, by
  /// ``carryOutLine(on:)``, and looks up in between; else it carries out all at once.
  public var isStepped = false

  /// Whether there is a line to carry out that needs no typing, or the end of such lines.
  public var hasLines: Bool { frames.last?.lines != nil }

  /// Carries out what needs no typing. Whoever drives a session calls it first.
  public func start(on screen: any Screen) { if !isStepped { carryOutLines(on: screen) } }

  /// Carries out one line that needs no typing; a question on top of it waits for its answer.
  public func carryOutLine(on screen: any Screen) {
    guard let place = frames.indices.last, frames[place].lines != nil else { return }
    if let line = frames[place].lines?.popFirst() {
      receive(.line(line), at: nil, on: screen)
    } else {
      follow(Reply(next: .pop), on: screen)
    }
  }

  /// Hands what the user did to the current mode and shows its answer.
  public func receive(_ input: Input, on screen: any Screen) {
    guard let frame = frames.last else { return }
    let prompt = frame.mode.prompt
    if voiceAnswers(input, at: prompt, on: screen) { return }
    receive(input, at: prompt, on: screen)
    if !isStepped { carryOutLines(on: screen) }
  }

  /// Ends the session, as a hang-up does.
  public func end() { frames.removeAll() }

  // MARK: -

  private func receive(_ input: Input, at prompt: Prompt?, on screen: any Screen) {
    guard let mode = frames.last?.mode else { return }
    for tap in taps { tap.session(self, takes: input, at: prompt) }
    follow(mode.receive(input, on: tapped(screen)), on: screen)
    guard !taps.isEmpty else { return }
    let wasInterrupted = screen.wasInterrupted
    for tap in taps { tap.session(self, answered: input, wasInterrupted: wasInterrupted) }
  }

  private func carryOutLines(on screen: any Screen) {
    while hasLines { carryOutLine(on: screen) }
  }

  /// Whether what is shown goes somewhere else.
  private var isDiverting: Bool { frames.contains { $0.diversion != nil } }

  private func tapped(_ screen: any Screen) -> any Screen {
    guard !isDiverting else {
      let diversions = frames.reversed().compactMap(\.diversion)
      return TappedScreen(screen, of: self, diversions: diversions)
    }
    guard !taps.isEmpty else { return screen }
    // A driver has one screen; it is not wrapped anew for each line.
    if let plainTap, plainTap.screen === screen { return plainTap }
    let tap = TappedScreen(screen, of: self, diversions: [])
    plainTap = tap
    return tap
  }

  /// Shows an answer and goes where it leads; what follows a mode that is done may lead further.
  private func follow(_ first: Reply, on screen: any Screen) {
    var reply = first
    while true {
      let shown = tapped(screen)
      if isDiverting, reply.parts.count > 1 {
        // A file is written once for an answer, not for each part of it.
        shown.show(Part.bytes(reply.parts.flatMap(\.bytes)))
      } else {
        for part in reply.parts { shown.show(part) }
      }
      // What follows the last mode may say something; it leads nowhere.
      guard !frames.isEmpty else { return }
      switch reply.next {
      case .stay: return
      case .push(let visitor):
        frames.append(Frame(visitor, then: visitor.then))
        return
      case .replace(let visitor):
        let old = frames.popLast()
        // What becomes of all that the old one showed becomes of the new one's too.
        let new = old?.diversion.map { visitor.diverted($0) } ?? visitor
        frames.append(Frame(new, then: Reply.sequence(new.then, old?.then)))
        return
      case .end:
        frames.removeAll()
        return
      case .pop:
        guard let then = frames.popLast()?.then else { return }
        reply = then(tapped(screen))
      case .run(let work):
        screen.flush()
        reply = work(shown)
      }
    }
  }
}
