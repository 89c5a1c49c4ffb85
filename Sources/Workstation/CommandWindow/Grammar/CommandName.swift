/// A command cut into its name and what follows, as typed.
struct CommandName {
  /// The name as typed, quotation marks taken off.
  let name: String
  /// Everything behind it.
  let rest: String

  /// Cuts behind the first word. A command of the window itself also ends at signs such as the dot
  /// of `cd..` and the slash of `dir/b`; `isBuiltIn` tells which names are such.
  init(_ text: String, isBuiltIn: (String) -> Bool) {
    let text = text.drop { " \t,;=@".contains($0) }
    var isQuoted = false
    let end =
      text.firstIndex { character in
        if character == "\"" { isQuoted.toggle() }
        return !isQuoted && " \t,;=".contains(character)
      } ?? text.endIndex
    let word = text[..<end]
    if !isBuiltIn(word.lowercased()),
      let sign = word.firstIndex(where: { "/\\.:+[]\"".contains($0) }), sign > word.startIndex,
      isBuiltIn(word[..<sign].lowercased())
    {
      name = String(word[..<sign])
      rest = String(text[sign...])
    } else {
      name = word.filter { $0 != "\"" }
      rest = String(text[end...])
    }
  }
}
