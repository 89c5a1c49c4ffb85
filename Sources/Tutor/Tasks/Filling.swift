import Words

/// What stands in a text in place of words with a dollar sign: `$pod`, `$name` and variables; `$$` is
/// the sign itself.
struct Filling: Sendable {
  /// A piece of a text.
  enum Piece: Equatable {
    case text(Substring)
    case word(String)
    /// A sign with nothing behind it that it could mean.
    case stray
  }

  /// The words that every set has.
  static let ownWords = ["pod", "name"]

  private let values: [String: String]

  /// Those values by their words, without the signs.
  init(_ values: [String: String]) { self.values = values }

  /// The values of a trainee: of each variable the one drawn for the pod, which is always the same.
  init(for trainee: Trainee, _ variables: [String: [String]]) {
    var values = ["pod": "\(trainee.pod)", "name": trainee.name]
    for (name, pool) in variables where !pool.isEmpty {
      values[name] = pool[Self.draw(pool.count, pod: trainee.pod, name: name)]
    }
    self.values = values
  }

  /// A text with the values in their places; a word that has none stays.
  func filled(_ text: String) -> String {
    guard text.utf8.contains(Self.sign) else { return text }
    return Self.pieces(of: text).map { piece in
      switch piece {
      case .text(let text): String(text)
      case .word(let word): values[word] ?? "$\(word)"
      case .stray: "$"
      }
    }.joined()
  }

  /// The same for Markdown: what a trainee is called is no Markdown, whatever signs are in it.
  func filledProse(_ text: String) -> String {
    guard text.utf8.contains(Self.sign) else { return text }
    var isCode = false
    return Self.pieces(of: text).map { piece in
      switch piece {
      case .text(let text):
        // A piece has all backticks of a run, unless a word stands in it.
        let runs = text.utf8.split(whereSeparator: { $0 != UInt8(ascii: "`") }).count
        if !runs.isMultiple(of: 2) { isCode.toggle() }
        return String(text)
      case .word("name") where !isCode: return values["name"].map(Self.escaped) ?? "$name"
      case .word(let word): return values[word] ?? "$\(word)"
      case .stray: return "$"
      }
    }.joined()
  }

  /// With a backslash in front of each sign that Markdown takes for its own.
  private static func escaped(_ text: String) -> String {
    let escaped = text.map { "\\`*_[]#<>".contains($0) ? "\\\($0)" : String($0) }.joined()
    return "-+~".contains(text.first ?? " ") ? "\\\(escaped)" : escaped
  }

  /// A text taken apart. Bytes are looked at: what combines with a sign is no part of it.
  static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let place = rest.utf8.firstIndex(of: sign) {
      if place > rest.startIndex { pieces.append(.text(rest[..<place])) }
      rest = rest[rest.utf8.index(after: place)...]
      let word = rest.utf8.prefix { $0.isLetterOrDigit }
      if let first = word.first, !(0x30...0x39).contains(first) {
        pieces.append(.word(String(Substring(word))))
        rest = rest[word.endIndex...]
      } else if rest.utf8.first == sign {
        let end = rest.utf8.index(after: rest.startIndex)
        pieces.append(.text(rest[..<end]))
        rest = rest[end...]
      } else {
        pieces.append(.stray)
      }
    }
    if !rest.isEmpty { pieces.append(.text(rest)) }
    return pieces
  }

  /// The words in a text, each once.
  static func words(in text: String) -> Set<String> {
    guard text.utf8.contains(sign) else { return [] }
    return Set(pieces(of: text).compactMap { if case .word(let word) = $0 { word } else { nil } })
  }

  private static let sign = UInt8(ascii: "$")

  /// A number below `count` that follows from pod and name: FNV-1a, then splitmix64's last steps.
  private static func draw(_ count: Int, pod: Int, name: String) -> Int {
    var number = "\(pod) \(name)".utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    number = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
    number = (number ^ (number >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((number ^ (number >> 31)) % UInt64(count))
  }
}
