import Appliance
import Lab
import Ledger
import PKI
import Workstation

/// Names of files in a line, of which some are not there.
extension Scene {
  /// That a command of psftp takes one file and no wildcard, and the one that takes several; nil where
  /// that is not what is wrong.
  func single(_ typed: String, among near: [LabFile], place: String) -> Findings? {
    guard incident.window == .psftp, typed.contains(where: { "*?".contains($0) }),
      let command = words.first?.lowercased(), World.psftpCommands.contains("m\(command)")
    else { return nil }
    var findings = Findings([
      "\(command) takes one file and knows neither * nor ?; m\(command) takes all that fit."
    ])
    let similar = SimilarFiles(typed, near: near, in: files, place: place)
    findings.facts += similar.facts
    if near.contains(where: { SimilarFiles.fits($0.name, typed) }) {
      findings.commands = Written.command("m\(command)", typed)
    }
    findings.commands += place.hasPrefix("in ") ? ["!dir"] : ["ls"]
    return findings
  }

  /// That commas stand between names, and the command that takes several files; nil where none of the
  /// names is there.
  func listed(_ typed: String, among near: [LabFile], place: String) -> Findings? {
    guard incident.window == .psftp, typed.contains(","), let command = words.first?.lowercased(),
      World.psftpCommands.contains("m\(command)")
    else { return nil }
    let names = words.dropFirst().prefix(20).flatMap { $0.split(separator: ",").map(String.init) }
    let there = names.filter { name in near.contains { $0.name == name } }
    guard let first = there.first else { return nil }
    var findings = Findings([
      "The comma was taken for a part of the name: \(command) takes one file, m\(command) several with "
        + "blanks between them."
    ])
    let missing = names.filter { !there.contains($0) }
    if !missing.isEmpty {
      findings.facts.append(
        "\(Written.list(missing.map(Written.name))) \(missing.count == 1 ? "is" : "are") not \(place)."
      )
    }
    let written = there.compactMap(Written.word)
    findings.commands =
      there.count > 1 && written.count == there.count
      ? ["m\(command) \(written.joined(separator: " "))"] : Written.command(command, first)
    findings.commands += place.hasPrefix("in ") ? ["!dir"] : ["ls"]
    return findings
  }

  /// The folder into which psftp was to write what it gets, if there is none; nil otherwise.
  var missingTargetFolder: WindowsPath? {
    guard incident.message.id == "psftp.local-unable", words.count > 2,
      ["get", "reget"].contains(words[0].lowercased()), let typed = words.last,
      let folder = files.folder.resolving(typed)?.parent,
      !world.workstation.drive.isFolder(folder)
    else { return nil }
    return folder
  }

  /// Whether the command takes a file away or gives it another name: then no other file is offered.
  var destroys: Bool {
    renames || ["del", "delete", "erase", "rm"].contains(words.first?.lowercased() ?? "")
  }

  /// Whether `get` or `put` would put that file over another one of its name.
  func overwrites(with file: LabFile) -> Bool {
    guard incident.window == .psftp, words.count == 2 else { return false }
    let isHere = words[0].lowercased() == "get"
    guard isHere || words[0].lowercased() == "put" else { return false }
    return files.all.contains { other in
      if case .appliance(let name) = other.place {
        guard !isHere, name == target?.name else { return false }
      } else {
        guard isHere, files.isOwn(other) else { return false }
      }
      return other.name.lowercased() == file.name.lowercased() && other.contents != file.contents
    }
  }

  /// Whether the command gives a file another name.
  private var renames: Bool {
    ["mv", "ren", "rename", "move"].contains(words.first?.lowercased() ?? "")
  }

  /// Whether the other files of a line of `pki` are there.
  func isOnlyMissing(_ name: String) -> Bool {
    words.dropFirst(2).allSatisfy { $0 == name || files.named($0) != nil }
  }

  /// What of the line may be the name of a file on PC1 that was to be there.
  var localNames: [String] {
    if let file = file ?? incident["path"] { return [file] }
    if words.first?.lowercased() == "certreq" {
      let files = words.filter { $0.contains(".") && !$0.hasPrefix("-") && !$0.contains("\\") }
      return files.prefix(1).map(\.self)
    }
    let start = words.dropFirst().prefix { $0 != ">" && $0 != "|" }
    // Of copy a + b c, the last is to be made.
    let isCopy = words.first?.lowercased() == "copy"
    let names = start.filter { $0 != "+" && !$0.hasPrefix("/") }
      .flatMap { $0.split(separator: "+").map(String.init) }
    if renames { return Array(names.prefix(1)) }
    return isCopy && names.count > 1 ? Array(names.dropLast()) : Array(names.prefix(3))
  }
}
