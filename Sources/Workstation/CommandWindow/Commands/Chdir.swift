import Ledger

extension Builtin {
  /// Shows or changes the current folder. The rest of the line is one name, blanks and all.
  static let cd = Builtin(
    "cd", "chdir", summary: "Displays the name of or changes the current directory."
  ) { (call) throws(Complaint) in
    var typed = String(call.rest.filter { $0 != "\"" }.drop { " \t,;=".contains($0) })
      .trimmingTrailingBlanks
    // There is one drive only, so /d changes nothing.
    if typed.lowercased().hasPrefix("/d") {
      typed = String(typed.dropFirst(2).drop { " \t,;=".contains($0) })
    }
    guard !typed.isEmpty, typed.lowercased() != "c:" else {
      return Effect(Output(line: call.seat.folder.description))
    }
    let path = try call.path(typed)
    guard call.drive.isFolder(path) else {
      let isFile = call.drive.entry(at: path) != nil
      throw Complaint(isFile ? CmdMessages.directoryNameInvalid : CmdMessages.pathNotFound)
    }
    call.seat.folder = call.drive.spelled(path)
    return Effect()
  }
}
