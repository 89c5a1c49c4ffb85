/// What a path typed in the command window means.
enum TypedPath {
  /// The path, wildcards included if they are allowed in its last name.
  static func path(
    _ typed: String, in seat: Seat, allowsWildcards: Bool = false
  ) throws(Complaint) -> WindowsPath {
    guard let path = seat.folder.resolving(typed) else {
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
