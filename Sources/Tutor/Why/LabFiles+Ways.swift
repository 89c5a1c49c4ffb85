import Lab
import Workstation

/// How files get from one machine to another.
extension LabFiles {
  /// What an appliance is called on PC1.
  func address(of host: String) -> String { world.applianceNames[host]?.first ?? host }

  /// How a file that is elsewhere gets here; nil for one that is here.
  func way(of file: LabFile) -> String? {
    let name = Written.name(file.name)
    switch (file.place, host == "pc1") {
    case (_, _) where isOwn(file): return nil
    case (.appliance(let other), true):
      return "`psftp admin@\(address(of: other))`, then `get \(name)`"
    case (.appliance(let other), false):
      return "on PC1 `psftp admin@\(address(of: other))` and `get \(name)`, "
        + "then `psftp admin@\(address(of: host))` and `put \(name)`"
    case (.desk(let folder), true):
      return "`\(Written.plain("copy \(folder.appending(file.name))", 200))`"
    case (.desk, false): return "on PC1 `psftp admin@\(address(of: host))`, then `put \(name)`"
    case (.web(let address), true): return "`\(Written.plain("wget \(address)", 200))`"
    case (.web(let address), false):
      return "on PC1 `\(Written.plain("wget \(address)", 200))`, "
        + "`psftp admin@\(self.address(of: host))`, then `put \(name)`"
    }
  }
}
