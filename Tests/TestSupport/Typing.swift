package import Console

extension Session {
  /// Types lines; what the screen shows besides prompts and the lines themselves.
  @discardableResult
  package func type(_ lines: [String], on screen: TextScreen) -> String {
    for line in lines { receive(.line(line), on: screen) }
    return screen.text()
  }
}

extension TextScreen {
  /// What was shown since the last call, as text.
  package func text() -> String { String(decoding: take(), as: UTF8.self) }
}
