import Console
import Ledger
import TestSupport
import Testing

@Suite struct VoiceTests {
  private let screen = TextScreen()

  @Test("a line with a colon in front is for the voice, and no listener hears of it")
  func colon() {
    let (session, ear) = (Session(Echo(.command)), Ear())
    session.voice = Parrot()
    session.add(ear)
    session.receive(.line(":why"), on: screen)
    #expect(asides == ["why?"])
    #expect(ear.heard.isEmpty)
    #expect(session.type(["a:b"], on: screen) == "a:b\n")
    #expect(!ear.heard.isEmpty)
  }

  @Test("without a voice, and where a password is typed, the mode gets it")
  func others() {
    #expect(Session(Echo(.command)).type([":why"], on: screen) == ":why\n")
    let secret = Session(Echo(.secret))
    secret.voice = Parrot()
    #expect(secret.type([":why"], on: screen) == ":why\n")
  }

  @Test("it remarks in front of a prompt for a command, not in front of a question")
  func remarks() {
    let question = Session(Echo(.answer))
    question.voice = Parrot()
    question.remark(on: screen)
    #expect(asides.isEmpty)
    let session = Session(Echo(.command))
    session.voice = Parrot()
    session.remark(on: screen)
    #expect(asides == ["well done"])
  }

  @Test("Tab behind a colon is the voice's where a line is, and else the mode's")
  func completion() {
    let session = Session(Echo(.command))
    #expect(session.completion(of: ":w") == "")
    session.voice = Parrot()
    #expect(session.completion(of: ":w") == "...")
    #expect(session.completion(of: "w:") == "")
    let secret = Session(Echo(.secret))
    secret.voice = Parrot()
    #expect(secret.completion(of: ":w") == "")
  }

  private var asides: [String] {
    screen.parts.compactMap { if case .aside(let line) = $0 { line } else { nil } }
  }
}

private final class Echo: Mode {
  let prompt: Prompt

  init(_ purpose: Prompt.Purpose) { prompt = Prompt("> ", purpose) }

  func receive(_ input: Input, on screen: any Screen) -> Reply {
    guard case .line(let line) = input else { return Reply(next: .pop) }
    return Reply([.line(line)])
  }
}

private final class Parrot: Voice {
  func answer(_ line: String, in session: Session, on screen: any Screen) -> [String] {
    [line.dropFirst() + "?"]
  }
  func remarks(in session: Session, on screen: any Screen) -> [String] { ["well done"] }
  func completion(of line: String, in session: Session) -> String { "..." }
}
