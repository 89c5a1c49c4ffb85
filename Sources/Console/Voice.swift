/// Somebody who speaks beside the machines of a session, such as the lab itself.
///
/// Where a person types at a terminal, lines that begin with a colon are for the voice: no mode gets
/// them and nobody who listens to the session hears of them, nor of what is said to them.
public protocol Voice: AnyObject {
  /// Answers such a line, in lines. The session goes on where it is, unless the voice ends it.
  ///
  /// - Parameter screen: where the answer is shown.
  func answer(_ line: String, in session: Session, on screen: any Screen) -> [String]

  /// What it says by itself in front of a prompt for a command, in lines; mostly nothing.
  ///
  /// - Parameter screen: where it is shown, and where the last answer may not have been shown yet.
  func remarks(in session: Session, on screen: any Screen) -> [String]

  /// The characters Tab adds at the end of such a line; empty if there is nothing to add.
  func completion(of line: String, in session: Session) -> String
}

/// The room that a voice's lines have.
public struct AsideRoom: Sendable, Equatable {
  /// Characters in a line.
  public let columns: Int
  /// Whether there are others than ASCII's.
  public let isUTF8: Bool

  /// Room for lines of `columns`; by itself that of which nothing is known.
  public init(columns: Int = 77, isUTF8: Bool = false) {
    self.columns = columns
    self.isUTF8 = isUTF8
  }
}

extension Session {
  /// What a line for the voice begins with.
  public static let voiceMark: Character = ":"

  /// Shows what the voice says by itself. Whoever shows prompts to a person calls it before each.
  public func remark(on screen: any Screen) {
    guard let voice, let mode, !hasLines, mode.prompt.purpose == .command else { return }
    for line in voice.remarks(in: self, on: screen) { screen.show(.aside(line)) }
  }

  /// The characters Tab adds at the end of `line`; empty if there is nothing to add.
  public func completion(of line: String) -> String {
    guard let mode else { return "" }
    if let voice, !hasLines, mode.prompt.echoes, line.first == Self.voiceMark {
      return voice.completion(of: line, in: self)
    }
    return mode.completion(of: line)
  }

  /// Whether the voice has answered what was typed.
  func voiceAnswers(_ input: Input, at prompt: Prompt, on screen: any Screen) -> Bool {
    guard let voice, !hasLines, prompt.echoes, case .line(let line) = input,
      line.first == Self.voiceMark
    else { return false }
    for line in voice.answer(line, in: self, on: screen) { screen.show(.aside(line)) }
    return true
  }
}
