/// Somebody who speaks beside the machines of a session, such as the lab itself.
///
/// Where a person types at a terminal, lines that begin with a colon are for the voice: no mode gets
/// them and nobody who listens to the session hears of them, nor of what is said to them.
public protocol Voice: AnyObject {
  /// Answers such a line, in lines. The session goes on where it is.
  func answer(_ line: String, in session: Session) -> [String]

  /// What it says by itself in front of a prompt for a command, in lines; mostly nothing.
  func remarks(in session: Session) -> [String]
}

extension Session {
  /// What a line for the voice begins with.
  public static let voiceMark: Character = ":"

  /// Shows what the voice says by itself. Whoever shows prompts to a person calls it before each.
  public func remark(on screen: any Screen) {
    guard let voice, let mode, !hasLines, mode.prompt.purpose == .command else { return }
    for line in voice.remarks(in: self) { screen.show(.aside(line)) }
  }

  /// Whether the voice has answered what was typed.
  func voiceAnswers(_ input: Input, at prompt: Prompt, on screen: any Screen) -> Bool {
    guard let voice, !hasLines, prompt.echoes, case .line(let line) = input,
      line.first == Self.voiceMark
    else { return false }
    for line in voice.answer(line, in: self) { screen.show(.aside(line)) }
    return true
  }
}
