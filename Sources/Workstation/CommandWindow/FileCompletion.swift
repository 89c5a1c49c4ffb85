/// What Tab does in the command window: it finishes a file or folder name.
struct FileCompletion {
  private let state: WindowState
  private var seat: Seat { state.seat }

  init(_ state: WindowState) { self.state = state }

  /// The characters Tab adds: the rest of the first name that starts with what is typed. Nothing is
  /// taken back, so the case typed stays, and a variable in front; a second Tab does not go on to
  /// the next name. Behind a slash no letter is needed.
  func rest(of line: String) -> String {
    let isQuoted = line.count { $0 == "\"" } % 2 == 1
    let start =
      line.lastIndex { isQuoted ? $0 == "\"" : " \t,;=+<>|&".contains($0) }
      .map(line.index(after:)) ?? line.startIndex
    // The first word is a command.
    guard line[..<start].contains(where: { $0 != " " }) else { return "" }
    let typed = line[start...]
    let slash = typed.lastIndex { $0 == "\\" || $0 == "/" }
    let nameStart = slash.map(typed.index(after:)) ?? typed.startIndex
    let name = typed[nameStart...]
    let place = Variables.expand(String(typed[..<nameStart]), value: state.value(of:))
    // `/` by itself begins a switch.
    guard !name.isEmpty || slash.map({ typed[$0] }) == "\\", !name.contains("\""),
      let folder = seat.folder.resolving(place),
      let entries = try? seat.drive.list(folder)
    else { return "" }
    let key = Drive.key(of: String(name))
    let match = entries.first { entry in
      Drive.key(of: entry.name).hasPrefix(key) && (isQuoted || !entry.name.contains(" "))
    }
    return match.map { String($0.name.dropFirst(name.count)) } ?? ""
  }
}
