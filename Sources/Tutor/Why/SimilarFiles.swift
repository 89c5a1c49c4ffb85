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
    let path = typed
    let typed = String(typed.split { $0 == "\\" || $0 == "/" }.last ?? "")
    guard (1...255).contains(typed.utf8.count) else { return }
    let stem = typed.stem.lowercased()
    let shown = files.shown
    if typed.contains(where: { "*?".contains($0) }) {
      wildcard(typed, near: near, place: place)
      return
    }
    if path != typed, let file = near.first(where: { $0.name == typed }) {
      best = file
      isSure = true
      facts.append("\(Written.name(typed)) is \(place): type the name without a folder.")
    } else if let file = near.first(where: { $0.name.lowercased() == typed.lowercased() }) {
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
      let twins = near.filter { $0.name.stem.lowercased() == stem && !stem.isEmpty }
      let name = NearestWord.to(typed, among: near.map(\.name))
      if let name, let file = near.first(where: { $0.name == name }) {
        best = file
        facts.append(
          "\(Written.name(typed)) is not \(place); the nearest name is \(Written.name(file.name)).")
      }
      if !twins.isEmpty {
        // What was typed has the ending that is meant; else a certificate says more than its key.
        let ending = typed.split(separator: ".").last.map { ".\($0)" } ?? ""
        best =
          best ?? twins.first { $0.name.hasSuffix(ending) && typed.contains(".") }
          ?? twins.first { !($0.held?.certificates.isEmpty ?? true) } ?? twins.first
        facts.append(
          "\(place.prefix(1).uppercased() + place.dropFirst()) these begin like "
            + "\(Written.name(typed)): \(Written.list(twins.map { Written.name($0.name) })).")
      }
    }
    // Who is sure of the file needs no other.
    guard !isSure else { return }
    let nearby = Set(near.map(shown))
    let elsewhere = files.all.filter {
      $0.name.lowercased() == typed.lowercased() && !nearby.contains(shown($0))
    }
    if let first = elsewhere.first {
      // The file that was typed is meant, not one of a name like it.
      best = nil
      // In psftp a file of PC1 is elsewhere, too.
      let names = elsewhere.map {
        files.isOwn($0) ? "\(shown($0)) on \(files.host == "pc1" ? "PC1" : files.host)" : shown($0)
      }
      facts.append("There is \(Written.list(names, most: 4)).")
      if let way = files.way(of: first) { facts.append("To get it here: \(way).") }
    } else if facts.isEmpty {
      facts.append("No file in this lab has a name like \(Written.name(typed)).")
    }
  }

  /// Which names a wildcard would fit in another case, and what there is.
  private mutating func wildcard(_ typed: String, near: [LabFile], place: String) {
    func list(_ files: [LabFile]) -> String {
      Written.list(files.map { Written.name($0.name) }, most: 4)
    }
    let exact = near.filter { Self.fits($0.name, typed) }
    let others = near.filter { Self.fits($0.name.lowercased(), typed.lowercased()) }
    if !exact.isEmpty {
      facts.append("It fits \(list(exact)) \(place).")
    } else if let first = others.first {
      facts.append(
        "Upper and lower case count: \(list(others)) \(others.count == 1 ? "is" : "are") \(place).")
      let ending = typed.split(separator: "*", omittingEmptySubsequences: false).last ?? ""
      if typed == "*\(ending)", !ending.isEmpty { wildcard = "*" + first.name.suffix(ending.count) }
    } else {
      facts.append(
        near.isEmpty
          ? "There is no file \(place)."
          : "No name \(place) fits; there are "
            + "\(Written.list(near.map { Written.name($0.name) }, most: 6)).")
    }
  }

  /// Whether a name is like a pattern of `*` and `?`.
  static func fits(_ name: String, _ pattern: String) -> Bool {
    let (name, pattern) = (Array(name.utf8), Array(pattern.utf8))
    var (place, part) = (0, 0)
    // Where to go on, one byte further, when what follows a `*` does not fit.
    var retry: (place: Int, part: Int)?
    while place < name.count {
      if part < pattern.count, pattern[part] == UInt8(ascii: "*") {
        retry = (place, part)
        part += 1
      } else if part < pattern.count,
        pattern[part] == UInt8(ascii: "?") || pattern[part] == name[place]
      {
        (place, part) = (place + 1, part + 1)
      } else if let last = retry {
        retry = (last.place + 1, last.part)
        (place, part) = (last.place + 1, last.part + 1)
      } else {
        return false
      }
    }
    return pattern[part...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
