import Console

/// Does with each line what it is told to do with it.
final class ScriptedMode: Mode {
  let prompt: Prompt
  private let answer: (String) -> Reply

  init(_ prompt: String = "> ", answer: @escaping (String) -> Reply = { Reply.text("[\($0)]") }) {
    self.prompt = Prompt(prompt)
    self.answer = answer
  }

  func receive(_ input: Input, on screen: any Screen) -> Reply {
    switch input {
    case .line("exit"), .end: Reply(next: .pop)
    case .line(let line): answer(line)
    case .interrupt: Reply()
    }
  }
}

/// Notes what it is told.
final class Ear: SessionTap {
  private(set) var heard: [String] = []

  func session(_ session: Session, takes input: Input, at prompt: Prompt?) {
    heard.append("takes \(Self.text(input)) at \(prompt?.text ?? "nothing")")
  }

  func session(_ session: Session, shows part: Reply.Part) {
    heard.append("shows \(Self.text(part))")
  }

  func session(_ session: Session, answered input: Input, wasInterrupted: Bool) {
    heard.append("answered \(Self.text(input))\(wasInterrupted ? " interrupted" : "")")
  }

  private static func text(_ input: Input) -> String {
    if case .line(let line) = input { line } else { "\(input)" }
  }

  private static func text(_ part: Reply.Part) -> String {
    if case .aside(let text) = part { return "| \(text)" }
    return String(decoding: part.bytes, as: UTF8.self)
  }
}

/// A screen that lets something rest so many times.
final class RestingScreen: Screen {
  private(set) var text = ""
  private(set) var rests = 0
  private let patience: Int

  init(patience: Int) { self.patience = patience }

  var isInterrupted: Bool { rests > patience }
  func show(_ bytes: [UInt8]) { text += String(decoding: bytes, as: UTF8.self) }
  func rest(milliseconds: Int) -> Bool {
    rests += 1
    return !isInterrupted
  }
}

extension Reply {
  static func text(_ text: String, next: Next = .stay) -> Reply {
    Reply(Array(text.utf8), next: next)
  }

  /// A question that repeats its answer.
  static func question(_ text: String, next: Next = .stay) -> Reply {
    Reply(next: .push(Question(Prompt(text, .answer)) { answer, _ in .text("{\(answer)}") }))
  }
}
