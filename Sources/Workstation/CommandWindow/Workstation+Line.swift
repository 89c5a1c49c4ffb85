package import Console
import MMPShell

extension Workstation {
  /// Runs one line in a command window of its own, which opens in `folder` and closes behind it, and
  /// returns what it prints. Whatever it asks gets no answer.
  package func run(_ line: String, in folder: WindowsPath) -> [Reply.Part] {
    let before = self.folder
    self.folder = folder
    defer { self.folder = before }
    let session = Session(CommandWindow(on: self))
    session.add(SessionJournal(inside: presence))
    let screen = TextScreen()
    session.receive(.line(line), on: screen)
    // Bounded, as a mode need not end at the end of input.
    for _ in 0..<16 where session.depth > 1 { session.receive(.end, on: screen) }
    return screen.parts
  }
}
