import Glibc
import Lab

/// The folder in which a user's worlds are kept that nobody gave a file for.
struct StateFolder {
  /// Its path.
  let path: String

  /// The user's, as the XDG base directory specification has it; nil for somebody without a home.
  init?() {
    if let folder = Self.folder(named: "XDG_STATE_HOME") {
      path = "\(folder)/mmp"
    } else if let home = Self.folder(named: "HOME") {
      path = "\(home)/.local/state/mmp"
    } else {
      return nil
    }
  }

  /// The file of a scenario, given by its name or its file; nil for the lab of the page.
  func file(of scenario: String?) -> String {
    guard let scenario else { return "\(path)/page.mmp" }
    if Scenario.allNames.contains(scenario) { return "\(path)/scenario-\(scenario).mmp" }
    // Files of one name in several folders are several worlds.
    let file = HostFile(path: scenario)
    return "\(path)/file-\(Self.digest(of: file.realPath)).mmp"
  }

  /// Makes the folder, for its user only, unless it is there; whether it is. One that is there and is
  /// the user's own is for its user only from then on.
  func make() -> Bool {
    if HostFile(path: path).isFolder {
      var status = stat()
      if stat(path, &status) == 0, status.st_uid == geteuid(), status.st_mode & 0o777 != 0o700 {
        chmod(path, 0o700)
      }
      return true
    }
    guard HostFolder(path: String(path.dropLast("/mmp".count))).make() else { return false }
    return mkdir(path, 0o700) == 0 || HostFile(path: path).isFolder
  }

  /// A folder in the environment; nil for none, or one that is no whole path.
  private static func folder(named name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), value.hasPrefix("/") else {
      return nil
    }
    return value
  }

  /// FNV-1a in hexadecimal digits.
  private static func digest(of text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return String(hash, radix: 16)
  }
}

extension HostFile {
  /// The path from the root, without links as far as that is there.
  fileprivate var realPath: String {
    guard let real = realpath(path, nil) else { return absolutePath }
    defer { free(real) }
    return String(cString: real)
  }
}
