import Appliance
import Ledger
import Words

extension FactFinder {
  /// Which character of a basename is none of those it may have.
  static let csrName = FactFinder("csr.invalid-name", "selfsigned.invalid-name") { scene in
    guard let name = scene.arguments(of: "pki").dropFirst().first, let appliance = scene.appliance
    else { return Findings() }
    if name.isEmpty { return Findings(["The name is empty."]).joined(to: scene.mendedCSR) }
    if scene.csrLine?.lacksBasename ?? false {
      return Findings(
        [
          "The basename is missing: \(Written.name(name)) stands where the name of the files belongs, "
            + "and was taken for it."
        ]
      ).joined(to: scene.mendedCSR)
    }
    let scalars = Array(name.unicodeScalars)
    let bad = scalars.enumerated().filter { !appliance.release.acceptsBasename(String($0.element)) }
    guard !bad.isEmpty else {
      return Findings(["The name has \(scalars.count) characters, which is too long for a file."])
    }
    var facts = bad.prefix(3).map { index, scalar in
      "The \(Written.ordinal(index + 1)) character of \(Written.name(name)) is "
        + "\(words(for: scalar)): no letter and no digit."
    }
    if bad.count > 3 { facts.append("So are \(bad.count - 3) more.") }
    if name.hasSuffix(".csr") || name.hasSuffix(".key") || name.hasSuffix(".cer") {
      facts.append("The appliance adds .key and .csr by itself.")
    }
    if scene.words.dropFirst(3).first.map({ !CSRLine.isAttribute($0) }) ?? false {
      facts.append("A blank ends the name, too.")
    }
    return Findings(facts).joined(to: scene.mendedCSR)
  }

  private static func words(for scalar: Unicode.Scalar) -> String {
    let names: [Unicode.Scalar: String] = [
      "-": "a hyphen", "_": "an underscore", ".": "a dot", ":": "a colon", "/": "a slash",
      "@": "an at sign", ",": "a comma", "*": "an asterisk", " ": "a blank",
    ]
    if let name = names[scalar] { return "\(name) (\(Written.name(String(scalar))))" }
    let shown = Written.name(String(scalar))
    let code = String(scalar.value, radix: 16, uppercase: true)
    return scalar.isASCII && scalar.value >= 0x20 ? shown : "\(shown) (U+\(code))"
  }
}
