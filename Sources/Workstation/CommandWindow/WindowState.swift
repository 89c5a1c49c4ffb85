/// What a command window keeps from one line to the next.
final class WindowState {
  /// Whose window it is.
  let seat: Seat
  /// What `set` has set.
  var variables = Variables()
  /// Whether it shows its prompt, see `echo off`.
  var showsPrompt = true

  init(at seat: Seat) {
    self.seat = seat
    for (name, value) in Self.environment(of: seat.workstation) {
      _ = variables.set(name, to: value)
    }
  }

  /// What a variable stands for.
  func value(of name: String) -> String? {
    if let value = variables[name] { return value }
    // Windows makes these up when they are asked for, unless somebody has set them.
    return switch name.lowercased() {
    case "cd": seat.folder.description
    case "errorlevel": String(seat.errorLevel)
    default: nil
    }
  }

  /// The variables a window starts with.
  private static func environment(of workstation: Workstation) -> [(String, String)] {
    let home = workstation.home
    return [
      ("COMPUTERNAME", "PC1"), ("ComSpec", #"C:\Windows\system32\cmd.exe"#), ("HOMEDRIVE", "C:"),
      ("HOMEPATH", String(home.description.dropFirst(2))), ("OS", "Windows_NT"),
      ("SystemDrive", "C:"), ("USERNAME", home.name), ("USERPROFILE", home.description),
    ]
  }
}
