import Lab
import PKI
import Workstation

/// How files get from one machine to another.
extension LabFiles {
  /// What an appliance is called on PC1.
  func address(of host: String) -> String { world.applianceNames[host]?.first ?? host }

  /// How a file that is elsewhere gets here, without taking the place of another one here or on the
  /// way; nil for one that is here, and for the key of another server, which stays there.
  func way(of file: LabFile) -> String? {
    guard !isOwn(file), !isKeyOfAnotherServer(file) else { return nil }
    let here = free(file.name, among: own)
    let target = "`psftp admin@\(address(of: host))`"
    if host == "pc1" {
      let new = Self.renamed(file.name, here)
      switch file.place {
      case .appliance(let other):
        return "`psftp admin@\(address(of: other))`, then `get \(new)`"
      case .desk(let folder):
        let path = "\(folder.appending(file.name))"
        return "`\(Written.plain("copy \(Self.renamed(path, here, as: file.name))", 200))`"
      case .web(let address): return Self.download(address, file.name, as: here)
      }
    }
    let desk = onDesk
    if case .desk = file.place {
      return "on PC1 \(target), then `put \(Self.renamed(file.name, here))`"
    }
    if let same = desk.first(where: { $0.contents == file.contents }) {
      return "on PC1 \(target), then `put \(Self.renamed(same.name, here))`"
    }
    let between = free(file.name, among: desk)
    let put = "`put \(Self.renamed(between, here))`"
    switch file.place {
    case .appliance(let other):
      return "on PC1 `psftp admin@\(address(of: other))` and `get "
        + "\(Self.renamed(file.name, between))`, then \(target) and \(put)"
    case .web(let address):
      return "on PC1 \(Self.download(address, file.name, as: between)), \(target), then \(put)"
    case .desk: return nil
    }
  }

  /// Whether it is a key that belongs to another appliance, by the names in its certificate or request,
  /// else by its own name.
  private func isKeyOfAnotherServer(_ file: LabFile) -> Bool {
    guard host != "pc1", let held = file.held,
      held.privateKey != nil || held.hasEncryptedPrivateKey
    else { return false }
    let key = held.privateKey
    var names: Set<String> = []
    for other in all where other.isUsual {
      guard let key, let held = other.held else { continue }
      if let certificate = held.certificates.first, certificate.matches(key) {
        names.formUnion(certificate.listedNames.map { $0.lowercased() })
      } else if let request = held.request, request.matches(key) {
        names.formUnion(request.listedNames.map { $0.lowercased() })
      }
    }
    if names.contains(address(of: host).lowercased()) { return false }
    return world.applianceNames.keys.contains {
      $0 != host && (file.name.stem == $0 || names.contains(address(of: $0).lowercased()))
    }
  }

  /// Those in the folder in which PC1's windows open.
  private var onDesk: [LabFile] {
    all.filter { if case .desk(let path) = $0.place { path == folder } else { false } }
  }

  /// A name for a file that would take the place of none of the others.
  private func free(_ name: String, among others: [LabFile]) -> String {
    let taken = Set(others.map { $0.name.lowercased() })
    guard taken.contains(name.lowercased()) else { return name }
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let names = (2...999).map { "\(name[..<dot])\($0)\(name[dot...])" }
    return names.first { !taken.contains($0.lowercased()) } ?? name
  }

  /// Name and new name as `get` and `put` take them; one name where both are the same.
  private static func renamed(_ typed: String, _ new: String, as name: String? = nil) -> String {
    Written.plain((name ?? typed) == new ? typed : "\(typed) \(new)", 400)
  }

  private static func download(_ address: String, _ name: String, as new: String) -> String {
    "`\(Written.plain(name == new ? "wget \(address)" : "wget -O \(new) \(address)", 200))`"
  }
}
