import Console

/// A program in charge of a window that has something to do when the program is done: the rest of a
/// line such as `psftp host & dir`, or a file to write its output to.
final class Foreground: Mode {
  private var session: Session
  private var divert: (([UInt8]) -> [UInt8])?
  private var finish: (any Screen) -> Reply

  /// Runs `mode`. What it shows goes through `divert`, which returns what is left for the screen;
  /// `finish` is asked for the answer once it is done.
  init(
    _ mode: any Mode, divert: (([UInt8]) -> [UInt8])? = nil,
    finish: @escaping (any Screen) -> Reply
  ) {
    session = Session(mode)
    self.divert = divert
    self.finish = finish
  }

  var prompt: String { session.prompt }
  var echoesInput: Bool { session.mode?.echoesInput ?? true }
  var keepsHistory: Bool { session.mode?.keepsHistory ?? false }
  func completion(of line: String) -> String { session.mode?.completion(of: line) ?? "" }

  func receive(_ line: String, on screen: any Screen) -> Reply {
    guard let divert else {
      session.receive(line, on: screen)
      return reply([], screen)
    }
    let kept = TextScreen()
    session.receive(line, on: kept)
    return reply(divert(kept.bytes), screen)
  }

  func endOfInput() -> Reply { collecting { session.endInput(on: $0) } }

  func interrupt() -> Reply { collecting { session.interrupt(on: $0) } }

  private func collecting(_ act: (TextScreen) -> Void) -> Reply {
    let screen = TextScreen()
    act(screen)
    let shown = divert?(screen.take()) ?? screen.take()
    let rest = reply([], screen)
    return Reply(shown + screen.take() + rest.text, next: rest.next)
  }

  private func reply(_ text: [UInt8], _ screen: any Screen) -> Reply {
    guard session.hasEnded else { return Reply(text) }
    let last = finish(screen)
    switch last.next {
    case .stay: return Reply(text + last.text, next: .pop)
    case .push(let mode):
      // The next program takes this one's place, with what is to follow it.
      if let foreground = mode as? Foreground {
        session = foreground.session
        divert = foreground.divert
        finish = foreground.finish
      } else {
        session = Session(mode)
        divert = nil
        finish = { _ in Reply() }
      }
      return Reply(text + last.text)
    case .pop, .end:
      // `exit` at the end of the line: the window below goes too.
      return Reply(text + last.text, next: .end)
    }
  }
}
