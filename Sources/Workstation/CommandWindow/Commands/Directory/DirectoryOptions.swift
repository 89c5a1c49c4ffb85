/// What the switches of `dir` leave of a listing, and in which order.
///
/// Of several of a kind the last counts, and a hyphen in front takes a switch back, as those that
/// DIRCMD holds are taken back. Switches that change nothing else than the look of a listing are
/// accepted and change nothing, but for `/b`.
struct DirectoryOptions {
  /// `/b`: names alone.
  private(set) var isBare = false
  /// `/a` with its letters, such as `-d`; empty for everything.
  private var kinds = ""
  /// `/o` with its letters, such as `g-d`; empty for the order of the drive.
  private var order = ""

  /// Takes switches in their order.
  init(_ options: [String], _ call: BuiltinCall) throws(Complaint) {
    try call.check(options, allowed: "abcdlnopqrtwx4")
    for option in options {
      let isOn = !option.hasPrefix("-")
      let word = option.drop { $0 == "-" }.lowercased()
      let letters = word.dropFirst().filter { $0 != ":" }
      switch word.first {
      case "b": if word.count == 1 { isBare = isOn }
      case "a": kinds = isOn ? letters : ""
      case "o": order = !isOn ? "" : letters.isEmpty ? "gn" : letters
      default: break
      }
    }
  }

  /// The rows that are shown, in their order.
  func chosen(of rows: [Listing.Row]) -> [Listing.Row] {
    let shown =
      kinds.contains("-d")
      ? rows.filter { $0.size != nil } : kinds.contains("d") ? rows.filter { $0.size == nil } : rows
    guard !order.isEmpty else { return shown }
    return shown.enumerated().sorted { isBefore($0.element, $1.element) ?? ($0.offset < $1.offset) }
      .map(\.element)
  }

  /// Whether one row stands before another; nil where the order does not tell.
  private func isBefore(_ left: Listing.Row, _ right: Listing.Row) -> Bool? {
    var isReversed = false
    for letter in order {
      guard letter != "-" else {
        isReversed = true
        continue
      }
      let (first, second) = isReversed ? (right, left) : (left, right)
      isReversed = false
      if let isBefore = Self.isBefore(first, second, by: letter) { return isBefore }
    }
    return nil
  }

  private static func isBefore(
    _ left: Listing.Row, _ right: Listing.Row, by letter: Character
  ) -> Bool? {
    switch letter {
    case "n": differ(NTFSOrder(left.name), NTFSOrder(right.name))
    case "e": differ(NTFSOrder(left.fileExtension), NTFSOrder(right.fileExtension))
    case "s": differ(left.size ?? 0, right.size ?? 0)
    case "d": differ(left.modified, right.modified)
    case "g": differ(left.size == nil ? 0 : 1, right.size == nil ? 0 : 1)
    default: nil
    }
  }

  private static func differ<Value: Comparable>(_ left: Value, _ right: Value) -> Bool? {
    left < right ? true : right < left ? false : nil
  }
}

extension Listing.Row {
  /// What stands behind the last dot.
  fileprivate var fileExtension: String {
    guard !isDots, let dot = name.lastIndex(of: ".") else { return "" }
    return String(name[dot...])
  }
}
