/// A prompt of several lines, as cmd.exe's with its empty one: those above are printed once, only
/// the last is edited behind.
struct PromptLines {
  /// The lines before the last, each with its end.
  let above: Substring
  /// The line the cursor stands in.
  let last: String

  init(_ prompt: String) {
    let start = prompt.lastIndex(of: "\n").map { prompt.index(after: $0) } ?? prompt.startIndex
    above = prompt[..<start]
    last = String(prompt[start...])
  }
}
