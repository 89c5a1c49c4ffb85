import Ledger

/// What a path typed in the command window means.
enum TypedPath {
  /// The path, wildcards included if they are allowed in its last name.
  static func path(
    _ typed: String, in workstation: Workstation, allowsWildcards: Bool = false
  ) throws(Complaint) -> WindowsPath {
    guard let path = workstation.folder.resolving(typed) else {
      let isNetwork = typed.hasPrefix("\\\\") || typed.hasPrefix("//")
      throw Complaint(isNetwork ? CmdMessages.networkPathNotFound : CmdMessages.driveNotFound)
    }
    // Windows does not see dots and blanks at the end of a name.
    let names = path.names.map { DriveName.withoutTail($0[...]) }.filter { !$0.isEmpty }
    for (index, name) in names.enumerated() {
      let isLast = index == names.count - 1
      let isFine = name.unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "*", "?": allowsWildcards && isLast
        case "<", ">", ":", "\"", "|": false
        default: scalar.value >= 32
        }
      }
      guard isFine, name.utf16.count <= DriveName.maximumLength else {
        throw Complaint(CmdMessages.nameSyntaxIncorrect)
      }
    }
    return WindowsPath(names.map(String.init))
  }

  /// Everything in front of the last name of a typed path, as typed.
  static func folderPart(of typed: String) -> String {
    typed.lastIndex { "\\/:".contains($0) }.map { String(typed[...$0]) } ?? ""
  }

  /// The last name of a typed path.
  static func lastName(of typed: String) -> String {
    String(typed.dropFirst(folderPart(of: typed).count))
  }

  /// Whether a typed path means a device such as `nul`.
  static func isDevice(_ typed: String) -> Bool { DriveName.isDevice(lastName(of: typed)) }
}

extension Builtin.Call {
  /// The path that `typed` means.
  func path(_ typed: String, allowsWildcards: Bool = false) throws(Complaint) -> WindowsPath {
    try TypedPath.path(typed, in: workstation, allowsWildcards: allowsWildcards)
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
    let names = workstation.folder.names.prefix(path.names.count)
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
