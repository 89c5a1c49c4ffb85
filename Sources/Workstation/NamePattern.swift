/// A file name pattern of the command window, such as `*.cer`.
///
/// `?` also stands for no character at the end of a name or before a dot, and a dot in front of a
/// wildcard also for the end of the name: `*.*` is every name, with or without a dot.
struct NamePattern {
  private enum Piece {
    case unit(UInt16)
    case one
    case any
    case dot
  }

  private let pieces: [Piece]

  /// Names are at most 255 units long, so a pattern beyond `MAX_PATH` fits none of them.
  private static let maximumLength = 260

  init(_ pattern: String) {
    var pieces: [Piece] = []
    let units = Array(pattern.utf16.prefix(Self.maximumLength + 1))
    for (index, unit) in units.enumerated() {
      switch unit {
      case UInt16(UInt8(ascii: "*")):
        if case .any = pieces.last { continue }
        pieces.append(.any)
      case UInt16(UInt8(ascii: "?")): pieces.append(.one)
      case UInt16(UInt8(ascii: ".")):
        let next = index + 1 < units.count ? units[index + 1] : 0
        pieces.append(Self.isWild(next) ? .dot : .unit(unit))
      default: pieces.append(.unit(NTFSOrder.capital(unit)))
      }
    }
    self.pieces = units.count > Self.maximumLength ? [.unit(0)] : pieces
  }

  /// Whether a typed name is a pattern.
  static func isPattern(_ name: some StringProtocol) -> Bool { name.utf16.contains(where: isWild) }

  private static func isWild(_ unit: UInt16) -> Bool { unit == 0x2A || unit == 0x3F }

  /// Whether `name` fits.
  func matches(_ name: String) -> Bool {
    let units = name.utf16.map(NTFSOrder.capital)
    // Every place in the pattern that the name read so far may lead to: no pattern takes longer
    // than its length times the name's.
    var places = Set([0])
    widen(&places, before: units.first)
    for (index, unit) in units.enumerated() {
      var next: Set<Int> = []
      for place in places where place < pieces.count {
        switch pieces[place] {
        case .any: next.insert(place)
        case .one: next.insert(place + 1)
        case .dot: if unit == 0x2E { next.insert(place + 1) }
        case .unit(let wanted): if unit == wanted { next.insert(place + 1) }
        }
      }
      guard !next.isEmpty else { return false }
      places = next
      widen(&places, before: index + 1 < units.count ? units[index + 1] : nil)
    }
    return places.contains(pieces.count)
  }

  /// Adds the places reached without a character.
  private func widen(_ places: inout Set<Int>, before unit: UInt16?) {
    for place in pieces.indices where places.contains(place) {
      switch pieces[place] {
      case .any: places.insert(place + 1)
      case .one: if unit == nil || unit == 0x2E { places.insert(place + 1) }
      case .dot: if unit == nil { places.insert(place + 1) }
      case .unit: break
      }
    }
  }
}

/// The target pattern of `ren *.crt *.cer`, laid over a name.
struct NameMask {
  let pattern: String

  /// The name that `name` gets: `?` keeps its character, `*` the rest of its part.
  func applied(to name: String) -> String {
    guard NamePattern.isPattern(pattern) else { return pattern }
    let (stem, ending) = Self.cut(name)
    let (stemMask, endingMask) = Self.cut(pattern)
    let newStem = Self.lay(stemMask ?? "", over: stem ?? "")
    guard let endingMask else { return newStem }
    let newEnding = Self.lay(endingMask, over: ending ?? "")
    return newEnding.isEmpty ? newStem : newStem + "." + newEnding
  }

  /// The part before the last dot and the part behind it.
  private static func cut(_ name: String) -> (String?, String?) {
    guard let dot = name.lastIndex(of: ".") else { return (name, nil) }
    return (String(name[..<dot]), String(name[name.index(after: dot)...]))
  }

  private static func lay(_ mask: String, over part: String) -> String {
    var rest = Substring(part)
    var result = ""
    for character in mask {
      switch character {
      case "*":
        result += rest
        rest = ""
      case "?":
        if let kept = rest.popFirst() { result.append(kept) }
      default:
        result.append(character)
        _ = rest.popFirst()
      }
    }
    return result
  }
}
