import Appliance
import Lab
import Ledger
import PKI
import Workstation

extension FactFinder {
  /// Which file was meant on an appliance.
  static let missingFile = FactFinder(
    "file.not-found", "psftp.open-for-read", "psftp.not-removed", "psftp.not-renamed",
    "psftp.no-attributes", "psftp.nothing-matched"
  ) { scene in
    let isRemote = scene.appliance == nil
    guard let appliance = scene.appliance ?? scene.target,
      let path = scene.file ?? scene.incident["old"] ?? scene.incident["wildcard"]
    else { return Findings() }
    // What psftp says of a file has the folder in front.
    let typed = isRemote ? String(path.split(separator: "/").last ?? "") : path
    let near = scene.files.all.filter {
      if case .appliance(let name) = $0.place { name == appliance.name } else { false }
    }
    let isThere = near.contains { $0.name == typed }
    if scene.incident.message.id == "psftp.not-renamed" {
      let new = scene.incident["new"]?.split(separator: "/").last.map(String.init) ?? ""
      if near.contains(where: { $0.name == new }) {
        let fact =
          "\(Written.name(new)) is on \(appliance.name) already, and mv overwrites no file."
        if isThere { return Findings([fact], try: ["ls"]) }
        var findings = Findings([fact])
        findings.facts +=
          SimilarFiles(typed, near: near, in: scene.files, place: "on \(appliance.name)").facts
        findings.commands = ["ls"]
        return findings
      }
      if isThere { return Findings([], try: ["ls"]) }
    }
    if isThere {
      return Findings(["There is such a file by now."], again: scene.incident.line)
    }
    let place = "on \(appliance.name)"
    if let findings = scene.single(typed, among: near, place: place)
      ?? scene.listed(typed, among: near, place: place)
    {
      return findings
    }
    var findings = Findings()
    if scene.incident.message.id == "psftp.not-renamed" {
      findings.remedy = "Look at ls and correct the name."
    }
    if typed.hasSuffix(",") {
      findings.facts.append("The comma was taken for a part of the name.")
    }
    let similar = SimilarFiles(typed, near: near, in: scene.files, place: "on \(appliance.name)")
    findings.facts += similar.facts
    if scene.incident.window == .appliance, scene.appliance != nil, scene.words.first == "pki" {
      // Whatever comes of it, the line is right then.
      if let best = similar.best, similar.isSure, scene.isOnlyMissing(typed) {
        findings.again = scene.retyped(typed, as: best.name).first
      }
      findings.commands += scene.substitutes(for: typed, best: similar.best)
    } else if let best = similar.best, similar.isSure || !scene.destroys {
      findings.commands += scene.retyped {
        $0.utf8.elementsEqual(typed.utf8) || $0.utf8.elementsEqual(path.utf8) ? best.name : $0
      }
    }
    if let wildcard = similar.wildcard, !scene.destroys {
      findings.commands += scene.retyped(typed, as: wildcard)
    }
    findings.commands += isRemote && scene.incident.window == .psftp ? ["ls"] : scene.listing
    return findings
  }

  /// Which file was meant on PC1.
  static let missingLocalFile = FactFinder(
    "psftp.local-unable", "psftp.no-batch-file", "cmd.file-not-found", "cmd.could-not-find",
    "cmd.dir-nothing", "cmd.duplicate-name", "certreq.file-not-found"
  ) { scene in
    let near = scene.files.own
    let place = "in \(scene.files.folder)"
    let isThere = { (name: String) in near.contains { $0.name.lowercased() == name.lowercased() } }
    if let folder = scene.missingTargetFolder {
      let shown = Written.plain("\(folder)", 200)
      return Findings(
        ["There is no folder \(shown) on PC1 to write the file into."], try: ["!dir"],
        remedy: "Leave the folder out, or name one that is there.")
    }
    var findings = Findings([], try: scene.certreq)
    var missing: [String] = []
    for name in scene.localNames where !isThere(name) && !missing.contains(name) {
      missing.append(name)
    }
    if let first = missing.first,
      let findings = scene.single(first, among: near, place: place)
        ?? scene.listed(first, among: near, place: place)
    {
      return findings
    }
    var best: [String: String] = [:]
    for typed in missing.prefix(4) {
      let similar = SimilarFiles(typed, near: near, in: scene.files, place: place)
      findings.facts += similar.facts
      if let file = similar.best, similar.isSure || !scene.destroys { best[typed] = file.name }
    }
    // A line in which a name is still wrong is of no use.
    if !missing.isEmpty, missing.allSatisfy({ best[$0] != nil }) {
      findings.commands += scene.retyped { word in
        best[word]
          ?? word.split(separator: "+", omittingEmptySubsequences: false)
          .map { best[String($0)] ?? String($0) }.joined(separator: "+")
      }
    }
    if missing.isEmpty, scene.incident.message.id != "cmd.duplicate-name" {
      findings.facts.append("The folder is \(Written.plain("\(scene.files.folder)", 200)).")
    }
    findings.commands += scene.incident.window == .psftp ? ["!dir"] : ["dir"]
    return findings
  }
}

extension Scene {
  /// That a command of psftp takes one file and no wildcard, and the one that takes several; nil where
  /// that is not what is wrong.
  fileprivate func single(_ typed: String, among near: [LabFile], place: String) -> Findings? {
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
  fileprivate func listed(_ typed: String, among near: [LabFile], place: String) -> Findings? {
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
  fileprivate var missingTargetFolder: WindowsPath? {
    guard incident.message.id == "psftp.local-unable", words.count > 2,
      ["get", "reget"].contains(words[0].lowercased()), let typed = words.last,
      let folder = files.folder.resolving(typed)?.parent,
      !world.workstation.drive.isFolder(folder)
    else { return nil }
    return folder
  }

  /// Whether the command takes a file away or gives it another name: then no other file is offered.
  fileprivate var destroys: Bool {
    renames || ["del", "delete", "erase", "rm"].contains(words.first?.lowercased() ?? "")
  }

  /// Whether the command gives a file another name.
  private var renames: Bool {
    ["mv", "ren", "rename", "move"].contains(words.first?.lowercased() ?? "")
  }

  /// Whether the other files of a line of `pki` are there.
  fileprivate func isOnlyMissing(_ name: String) -> Bool {
    words.dropFirst(2).allSatisfy { $0 == name || files.named($0) != nil }
  }

  /// What of the line may be the name of a file on PC1 that was to be there.
  fileprivate var localNames: [String] {
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
