import Ledger

extension Builtin {
  /// One file, or all that fit a pattern.
  static let ren = Builtin("ren", "rename", summary: "Renames a file or files.") {
    (call) throws(Complaint) in
    let words = Words(call.rest)
    // The new name has no path: the file stays where it is.
    guard words.options.isEmpty, words.names.count == 2,
      !words.names[1].contains(where: { "\\:".contains($0) })
    else { throw Complaint(CmdMessages.syntaxIncorrect) }
    let path = try call.path(words.names[0], allowsWildcards: true)
    let mask = NameMask(
      pattern: String(DriveName.withoutTail(words.names[1][...])))
    var names = [path.name]
    if NamePattern.isPattern(path.name) {
      names = try call.files(matching: path).map(\.name)
      guard !names.isEmpty else { throw Complaint(CmdMessages.fileNotFound) }
    }
    guard !call.isInUse(path) else { throw Complaint(CmdMessages.inUse) }
    var effect = Effect(status: 0)
    for name in names {
      do throws(DriveFault) {
        try call.drive.rename(
          path.parent.appending(name), to: mask.applied(to: name), by: call.presence)
      } catch {
        effect.status = 1
        effect.output.add(
          error == .exists ? CmdMessages.duplicateName : error.saying, to: .error)
      }
    }
    return effect
  }
}
