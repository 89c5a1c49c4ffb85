import Console

/// What the lab answers to a word behind a colon.
struct VoiceCommand: Sendable {
  /// The word.
  let name: String
  /// What stands behind it, as help shows it; nil for nothing.
  let argument: String?
  /// What it is good for.
  let summary: String
  /// The characters Tab adds to what stands behind the word.
  let completion: @Sendable (VoiceCall) -> String
  /// Answers.
  let run: @Sendable (VoiceCall) -> VoiceAnswer

  /// A command that answers in lines, and shows nothing that a task asks for.
  init(
    _ name: String, _ argument: String? = nil, summary: String,
    completion: @escaping @Sendable (VoiceCall) -> String = { _ in "" },
    run: @escaping @Sendable (VoiceCall) -> [String]
  ) {
    self.init(showing: name, argument, summary: summary, completion: completion) { call in
      VoiceAnswer(lines: run(call))
    }
  }

  /// A command that may show what a task asks for.
  init(
    showing name: String, _ argument: String? = nil, summary: String,
    completion: @escaping @Sendable (VoiceCall) -> String = { _ in "" },
    run: @escaping @Sendable (VoiceCall) -> VoiceAnswer
  ) {
    self.name = name
    self.argument = argument
    self.summary = summary
    self.completion = completion
    self.run = run
  }

  /// All of them, in the order in which help lists them.
  static let all: [VoiceCommand] = [tasks, next, hint, check, why, chain, restart, help]

  /// The one of that word; a colon alone asks for help.
  static func named(_ word: String) -> VoiceCommand? {
    word.isEmpty ? help : all.first { $0.name == word }
  }
}

/// A line for the lab as its command gets it.
struct VoiceCall {
  /// What stands behind the word, without blanks around it.
  let argument: String
  let voice: TutorVoice
  let session: Session
  let screen: any Screen

  init(_ argument: String, voice: TutorVoice, session: Session, screen: any Screen) {
    self.argument = argument
    self.voice = voice
    self.session = session
    self.screen = screen
  }

  /// What stands behind the word, in words.
  var words: [String] { argument.split(whereSeparator: \.isWhitespace).map(String.init) }
}
