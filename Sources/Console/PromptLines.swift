/// A prompt of several lines, as cmd.exe's with its empty one: those above are printed once, only
/// the last is edited behind.
public struct PromptLines {
  /// The lines before the last, each with its end.
  public let above: Substring
  /// The line the cursor stands in.
  public let last: String

  /// Takes a mode's prompt apart.
  public init(_ prompt: String) {
    let start = prompt.lastIndex(of: "\n").map { prompt.index(after: $0) } ?? prompt.startIndex
    above = prompt[..<start]
    last = String(prompt[start...])
  }
}
