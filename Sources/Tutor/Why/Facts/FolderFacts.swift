import Lab
import Ledger
import Words
import Workstation

extension FactFinder {
  /// Which folder was meant, or what stands in a folder's place.
  static let folder = FactFinder(
    "cmd.path-not-found", "cmd.directory-invalid", "cmd.access-denied", "cmd.duplicate-name",
    "cmd.folder-exists", "cmd.already-exists", "cmd.directory-not-empty",
    "psftp.cannot-enter-local", "certreq.path-not-found"
  ) { scene in
    let drive = scene.world.workstation.drive
    let here = scene.files.folder
    var findings = Findings()
    let isNew = scene.incident.message.id == "cmd.duplicate-name"
    for typed in isNew ? scene.paths.suffix(1) : scene.paths.prefix(3) {
      guard let path = here.resolving(typed), !path.names.isEmpty else { continue }
      let shown = Written.plain("\(path)", 200)
      switch scene.incident.message.id {
      case "cmd.path-not-found", "psftp.cannot-enter-local", "certreq.path-not-found":
        if !drive.isFolder(path) || scene.isAlreadyIn(typed) {
          findings += scene.absence(of: path, typed: typed)
        }
      case "cmd.directory-invalid":
        if drive.entry(at: path)?.isFolder == false {
          findings += Findings(["\(shown) is a file, not a folder."], try: ["cd"])
        }
      case "cmd.access-denied":
        if drive.isFolder(path) {
          findings += Findings(["\(shown) is a folder."], try: Written.command("dir", typed))
        }
      case "cmd.directory-not-empty":
        findings += Findings(["\(shown) has something in it."], try: Written.command("dir", typed))
      default:
        guard let entry = drive.entry(at: path) else { continue }
        findings += Findings(
          ["\(shown) is there already: a \(entry.isFolder ? "folder" : "file")."],
          try: entry.isFolder ? Written.command("dir", typed) : [])
      }
    }
    return findings
  }
}

extension Scene {
  /// The words of the line that may be paths.
  fileprivate var paths: [String] {
    // Of the path of a file its folders count.
    let folders = CertreqLine(words, in: files)?.names.map {
      $0.split(separator: "\\").dropLast().joined(separator: "\\")
    }
    return (folders ?? words.dropFirst().filter { !$0.hasPrefix("/") && !$0.hasPrefix("-") })
      .filter { !$0.isEmpty && !$0.contains(":") || $0.lowercased().hasPrefix("c:") }
  }

  /// Whether a folder is named that the window is in.
  fileprivate func isAlreadyIn(_ typed: String) -> Bool {
    typed.lowercased() == files.folder.name.lowercased()
  }

  /// What is said of a folder that is not there.
  fileprivate func absence(of path: WindowsPath, typed: String) -> Findings {
    let drive = world.workstation.drive
    let isInPSFTP = incident.window == .psftp
    let command = isInPSFTP ? "lcd" : "cd"
    if isAlreadyIn(typed) {
      return Findings(
        [
          "The window is in \(Written.plain("\(files.folder)", 200)) already; there is no other "
            + "\(Written.name(typed)) in it."
        ], try: [isInPSFTP ? "lpwd" : "dir"])
    }
    // The first of its folders that is missing.
    var missing = path
    while !missing.parent.names.isEmpty, !drive.isFolder(missing.parent) {
      missing = missing.parent
    }
    let folders = ((try? drive.list(missing.parent)) ?? []).filter(\.isFolder).map(\.name)
    let place = Written.plain("\(missing.parent)", 200)
    var fact =
      "There is no folder \(Written.name(missing.name)) in \(place)"
    fact +=
      folders.isEmpty
      ? ", nor any other." : ", but \(Written.list(folders.map(Written.name), most: 6))."
    let near = NearestWord.to(missing.name, among: folders)
    let start = words.first?.lowercased()
    var commands = certreq
    if ["cd", "chdir", "lcd"].contains(start), let near {
      commands = Written.command(command, "\(missing.parent.appending(near))")
    }
    return Findings([fact], try: commands + [isInPSFTP ? "!dir" : "dir"])
  }
}
