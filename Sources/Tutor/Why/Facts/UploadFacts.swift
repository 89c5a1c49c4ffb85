import Appliance

extension FactFinder {
  /// Which character of a name an appliance does not take.
  static let upload = FactFinder("psftp.open-for-write", "psftp.not-renamed") { scene in
    guard let name = scene.incident["new"] ?? scene.file else { return Findings() }
    let plain = String(name.split(separator: "/").last ?? "")
    if name.split(separator: "/").count > 1 {
      return Findings(["An appliance has no folders: all files are in /."], try: ["ls"])
    }
    let bad = plain.unicodeScalars.enumerated().first { index, scalar in
      !FileName.isValid("a" + String(scalar))
    }
    guard let bad else { return Findings() }
    let mended = String(
      plain.unicodeScalars.filter { FileName.isValid("a" + String($0)) }.map(Character.init))
    return Findings(
      [
        "The \(Written.ordinal(bad.offset + 1)) character of \(Written.name(plain)), "
          + "\(Written.name(String(bad.element))), is none that an appliance takes in a name."
      ],
      try: FileName.isValid(mended) && scene.incident.window == .psftp
        ? Written.command("put", plain, mended) : [])
  }
}
