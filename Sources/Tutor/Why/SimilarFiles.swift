import PKI
import Words

/// Files that somebody may have meant by a name that no file has.
struct SimilarFiles {
  /// The one that was meant most likely.
  private(set) var best: LabFile?
  /// Whether that is the one but for a sign or for upper and lower case.
  private(set) var isSure = false
  /// The wildcard that fits, in another case.
  private(set) var wildcard: String?
  /// Sentences.
  private(set) var facts: [String] = []

  /// Looks for `typed` among `near`, where it was looked for, then anywhere else.
  ///
  /// - Parameter place: where that is, as in `on cms1a`.
  init(_ typed: String, near: [LabFile], in files: LabFiles, place: String) {
    let typed = String(typed.split { $0 == "\\" || $0 == "/" }.last ?? "")
    guard (1...255).contains(typed.utf8.count) else { return }
    let stem = Self.stem(typed)
    let shown = files.shown
    if typed.contains(where: { "*?".contains($0) }) {
      wildcard(typed, near: near, place: place)
      return
    }
    if let file = near.first(where: { $0.name.lowercased() == typed.lowercased() }) {
      best = file
      isSure = true
      facts.append(
        "\(Written.name(file.name)) is \(place): upper and lower case count.")
    } else if let dot = typed.last, ".,;".contains(dot),
      let file = near.first(where: { $0.name == String(typed.dropLast()) })
    {
      best = file
      isSure = true
      facts.append("The \(dot == "." ? "full stop" : "sign") at the end is no part of the name.")
    } else {
      let twins = near.filter { Self.stem($0.name) == stem && !stem.isEmpty }
      let name = NearestWord.to(typed, among: near.map(\.name))
      if let name, let file = near.first(where: { $0.name == name }) {
        best = file
        let isHere = shown(file) == Written.name(file.name)
        facts.append(
          "The nearest name \(place) is \(isHere ? shown(file) : Written.name(file.name)).")
      }
      if !twins.isEmpty {
        best = best ?? twins.first
        facts.append(
          "\(place.prefix(1).uppercased() + place.dropFirst()) the name begins so: "
            + "\(Written.list(twins.map { Written.name($0.name) })).")
      }
    }
    let nearby = Set(near.map(shown))
    let elsewhere = files.all.filter {
      $0.name.lowercased() == typed.lowercased() && !nearby.contains(shown($0))
    }
    if let first = elsewhere.first {
      // The file that was typed is meant, not one of a name like it.
      if !isSure { best = nil }
      facts.append("There is \(Written.list(elsewhere.map(shown), most: 4)).")
      if let way = files.way(of: first) { facts.append("To get it here: \(way).") }
    } else if facts.isEmpty {
      facts.append("No file in this lab has a name like \(Written.name(typed)).")
    }
  }

  /// Which names a wildcard would fit in another case, and what there is.
  private mutating func wildcard(_ typed: String, near: [LabFile], place: String) {
    let ending = typed.split(separator: "*", omittingEmptySubsequences: false).last ?? ""
    let others = near.filter { $0.name.lowercased().hasSuffix(ending.lowercased()) }
    if !ending.isEmpty, let first = others.first {
      facts.append(
        "Upper and lower case count: \(Written.list(others.map { Written.name($0.name) }, most: 4)) "
          + "\(others.count == 1 ? "is" : "are") \(place).")
      wildcard = "*" + first.name.suffix(ending.count)
    } else {
      facts.append(
        near.isEmpty
          ? "There is no file \(place)."
          : "No name \(place) fits; there are "
            + "\(Written.list(near.map { Written.name($0.name) }, most: 6)).")
    }
  }

  private static func stem(_ name: String) -> String {
    String(name.lowercased().prefix { $0 != "." })
  }
}
