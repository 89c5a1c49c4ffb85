public import Console
import Journal
import Words

/// The lab's voice in one window.
public final class TutorVoice: Voice {
  let tutoring: Tutoring
  let errors: LastErrors
  let restart: Restart
  /// What is still to be said in front of the first prompt.
  private var opening: [String]
  /// How many tasks that were done this window has heard of.
  private var newsCount: Int
  /// Tasks that were done and are told at the next prompt.
  private var held: [LabTask] = []

  /// How long a prompt waits for what was done to be looked at, in milliseconds: longer than a look
  /// takes, and too short to be noticed.
  private static let patience = 30
  /// The longest line that is looked at, in bytes; a name of a file is shorter.
  private static let longest = 1_024

  init(_ tutoring: Tutoring, errors: LastErrors, opening: [String], restart: Restart) {
    self.tutoring = tutoring
    self.errors = errors
    self.opening = opening
    self.restart = restart
    newsCount = tutoring.progress?.news(since: .max).0 ?? 0
  }

  // MARK: - Voice

  /// Answers a line with a colon in front.
  public func answer(_ line: String, in session: Session, on screen: any Screen) -> [String] {
    let room = screen.asideRoom
    let lines = answer(line.dropFirst(), in: session, on: screen)
    return room.isUTF8 ? lines : lines.map { ASCIIText.of($0) }
  }

  private func answer(
    _ line: Substring, in session: Session, on screen: any Screen
  ) -> [String] {
    guard line.utf8.count <= Self.longest else {
      return ["This line is too long for the lab; :help lists what it knows."]
    }
    guard line.unicodeScalars.allSatisfy({ TerminalText.isHarmless($0) && $0 != "\u{FFFD}" }) else {
      return ["There are bytes in this line that are no text; :help lists what the lab knows."]
    }
    let typed = VoiceLine(line)
    guard let command = VoiceCommand.named(typed.word) else {
      let near = NearestWord.to(typed.word, among: VoiceCommand.all.map(\.name))
      let end = near.map { "; did you mean :\($0)? :help" } ?? "; :help"
      return ["There is no \(Shown.quoted(":" + typed.word))\(end) lists all."]
    }
    if command.argument == nil, !typed.rest.isEmpty {
      return [":\(command.name) takes nothing behind it."]
    }
    let call = VoiceCall(typed.rest, voice: self, session: session, screen: screen)
    let answer = command.run(call)
    if let place = WindowPlace(of: session), let said = answer.said(at: place.host) {
      tutoring.progress?.note(said, at: place.host, by: place.presence.actor)
    }
    return answer.lines
  }

  /// What is said at first; then which tasks were done meanwhile, each once in a window.
  public func remarks(in session: Session, on screen: any Screen) -> [String] {
    var lines = opening
    opening = []
    if let progress = tutoring.progress {
      if progress.isBehind {
        screen.flush()
        progress.catchUp(within: Self.patience)
      }
      let done = held + takeNews(of: progress)
      held = []
      lines += done.flatMap { MarkdownLines.lines(of: $0.pass ?? "\($0.title): done.") }
      if !done.isEmpty, progress.next == nil { lines.append("\(progress.standing).") }
    }
    return screen.asideRoom.isUTF8 ? lines : lines.map { ASCIIText.of($0) }
  }

  /// The tasks that were done since this was asked last.
  private func takeNews(of progress: Progress) -> [LabTask] {
    let (count, tasks) = progress.news(since: newsCount)
    newsCount = count
    return tasks
  }

  /// Takes note that this window has heard that those are done; others are told at the next prompt.
  func forgetNews(of told: [LabTask], in progress: Progress) {
    let tasks = takeNews(of: progress).filter { task in !told.contains { $0.id == task.id } }
    held += tasks
  }

  /// The rest of a command's word, or of what may stand behind it.
  public func completion(of line: String, in session: Session) -> String {
    let typed = VoiceLine(line.dropFirst())
    guard typed.isWordEnded else {
      guard !typed.word.isEmpty,
        let command = VoiceCommand.all.first(where: { $0.name.hasPrefix(typed.word) })
      else { return "" }
      return command.name.dropFirst(typed.word.count) + (command.argument == nil ? "" : " ")
    }
    guard let command = VoiceCommand.named(typed.word) else { return "" }
    let call = VoiceCall(typed.rest, voice: self, session: session, screen: TextScreen())
    return command.completion(call)
  }
}

/// A line for the lab, taken apart.
struct VoiceLine {
  /// The command's word, in lower case.
  let word: String
  /// What stands behind it, without blanks around it.
  let rest: String
  /// Whether something stands behind the word, if only a blank.
  let isWordEnded: Bool

  /// A line without its colon.
  init(_ line: Substring) {
    let line = line.drop { $0 == " " || $0 == "\t" }
    let word = line.prefix { $0 != " " && $0 != "\t" }
    self.word = word.lowercased()
    isWordEnded = word.endIndex != line.endIndex
    var rest = line[word.endIndex...].drop { $0 == " " || $0 == "\t" }
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    self.rest = String(rest)
  }
}
