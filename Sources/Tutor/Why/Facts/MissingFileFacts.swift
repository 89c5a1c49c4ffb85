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
    } else if let best = similar.best,
      similar.isSure || !scene.destroys && !scene.overwrites(with: best)
    {
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
      if let file = similar.best,
        similar.isSure || !scene.destroys && !scene.overwrites(with: file)
      {
        best[typed] = file.name
      }
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
