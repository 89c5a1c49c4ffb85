extension BuiltinCall {
  /// The path that `typed` means.
  func path(_ typed: String, allowsWildcards: Bool = false) throws(Complaint) -> WindowsPath {
    try TypedPath.path(typed, in: seat, allowsWildcards: allowsWildcards)
  }

  /// The files in `pattern`'s folder whose names fit its last name, in the order of `dir`.
  func files(matching pattern: WindowsPath) throws(Complaint) -> [DriveEntry] {
    do throws(DriveFault) {
      let wildcard = NamePattern(pattern.name)
      return try drive.list(pattern.parent).filter { !$0.isFolder && wildcard.matches($0.name) }
    } catch {
      // A missing folder is a missing path, even when it is the last one missing.
      throw Complaint(error == .notFound ? .pathNotFound : error)
    }
  }

  /// Whether the window's own folder is `path` or lies below it: Windows keeps such folders.
  func isInUse(_ path: WindowsPath) -> Bool {
    let names = seat.folder.names.prefix(path.names.count)
    return drive.isFolder(path) && WindowsPath(Array(names)) == path
  }

  /// Refuses switches other than these single letters; what follows the letter is not looked at.
  func check(_ options: [String], allowed: String) throws(Complaint) {
    for option in options {
      let letter = option.drop { $0 == "-" }.first?.lowercased() ?? ""
      guard letter.count == 1, allowed.contains(letter) else {
        throw Complaint(CmdMessages.invalidSwitch(switch: option))
      }
    }
  }
}
