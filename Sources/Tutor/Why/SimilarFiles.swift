import PKI
import Words

/// Files that somebody may have meant by a name that no file has.
struct SimilarFiles {
  /// The one that was meant most likely.
  private(set) var best: LabFile?
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
    if let file = near.first(where: { $0.name.lowercased() == typed.lowercased() }) {
      best = file
      facts.append(
        "\(Written.name(file.name)) is \(place): upper and lower case count.")
    } else if let dot = typed.last, ".,;".contains(dot),
      let file = near.first(where: { $0.name == String(typed.dropLast()) })
    {
      best = file
      facts.append("The \(dot == "." ? "full stop" : "sign") at the end is no part of the name.")
    } else {
      let twins = near.filter { Self.stem($0.name) == stem && !stem.isEmpty }
      let name = NearestWord.to(typed, among: near.map(\.name))
      if let name, let file = near.first(where: { $0.name == name }) {
        best = file
        facts.append("The nearest name \(place) is \(shown(file)).")
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
      facts.append("There is \(Written.list(elsewhere.map(shown), most: 4)).")
      if let way = files.way(of: first) { facts.append("To get it here: \(way).") }
    } else if facts.isEmpty {
      facts.append("No file in this lab has a name like \(Written.name(typed)).")
    }
  }

  private static func stem(_ name: String) -> String {
    String(name.lowercased().prefix { $0 != "." })
  }
}
