import Ledger

/// What was typed behind `wget`, read as getopt does: letters may be joined, long names shortened.
struct WgetOptions {
  /// Why the words make no sense: wget's first line.
  struct Misuse: Error, Equatable { let line: Saying }

  enum Verbosity { case quiet, brief, verbose }

  private(set) var urls: [String] = []
  private(set) var output: String?
  private(set) var verbosity = Verbosity.verbose
  private(set) var keepsFiles = false
  private(set) var asksForHelp = false
  private(set) var asksForVersion = false

  fileprivate enum Option {
    case help, version, quiet, verbose, brief, keep
    /// Needs a value: where to write.
    case output
    /// Needs a value that makes no difference here.
    case ignoredValue
    case ignored
    case notSimulated
  }

  private static let long: [(name: String, option: Option)] = [
    ("append-output", .notSimulated), ("background", .notSimulated), ("continue", .notSimulated),
    ("debug", .notSimulated), ("directory-prefix", .notSimulated), ("help", .help),
    ("http-password", .ignoredValue), ("http-user", .ignoredValue), ("input-file", .notSimulated),
    ("mirror", .notSimulated),
    ("no-check-certificate", .ignored), ("no-clobber", .keep), ("no-proxy", .ignored),
    ("no-verbose", .brief), ("output-document", .output), ("output-file", .notSimulated),
    ("password", .ignoredValue), ("quiet", .quiet), ("recursive", .notSimulated),
    ("server-response", .notSimulated),
    ("spider", .notSimulated), ("timeout", .ignoredValue), ("timestamping", .notSimulated),
    ("tries", .ignoredValue), ("user", .ignoredValue), ("verbose", .verbose), ("version", .version),
  ]
  private static let letters: [Character: Option] = {
    var letters: [Character: Option] = [
      "h": .help, "V": .version, "q": .quiet, "v": .verbose, "O": .output, "t": .ignoredValue,
      "T": .ignoredValue, "4": .ignored,
    ]
    for letter in "abcdeiklmoprwxABDEFHIKLNPQRSUX6" { letters[letter] = .notSimulated }
    return letters
  }()

  private let name: String
  private var rest: ArraySlice<String>

  init(_ words: [String], name: String) throws(Misuse) {
    self.name = name
    rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        urls += rest
        rest = []
      } else if word.hasPrefix("--") {
        try readLong(word)
      } else if word.hasPrefix("-"), word.count > 1 {
        try readLetters(word.dropFirst())
      } else {
        urls.append(word)
      }
    }
  }

  private mutating func readLong(_ word: String) throws(Misuse) {
    let parts = word.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let typed = String(parts[0])
    var fitting = Self.long.filter { $0.name.hasPrefix(typed) }
    if let exact = fitting.first(where: { $0.name == typed }) { fitting = [exact] }
    guard let found = fitting.first, !typed.isEmpty else {
      throw Misuse(line: WgetMessages.unrecognized(name: name, option: "--\(typed)"))
    }
    guard fitting.count == 1 else {
      let names = fitting.map { "'--\($0.name)'" }.joined(separator: " ")
      throw Misuse(line: WgetMessages.ambiguous(name: name, option: word, options: names))
    }
    var value = parts.count > 1 ? String(parts[1]) : nil
    if found.option.needsValue, value == nil {
      value = rest.popFirst()
      guard value != nil else {
        throw Misuse(line: WgetMessages.longNeedsArgument(name: name, option: "--\(found.name)"))
      }
    }
    try apply(found.option, value, typed: "--\(found.name)")
  }

  private mutating func readLetters(_ word: Substring) throws(Misuse) {
    var letters = word
    while let letter = letters.popFirst() {
      // -n is only half an option: the letters behind it say what is not to be.
      if letter == "n" {
        try readNegated(letters)
        return
      }
      guard let option = Self.letters[letter] else {
        throw Misuse(line: WgetMessages.invalidLetter(name: name, letter: "\(letter)"))
      }
      guard option.needsValue else {
        try apply(option, nil, typed: "-\(letter)")
        continue
      }
      guard let value = letters.isEmpty ? rest.popFirst() : String(letters) else {
        throw Misuse(line: WgetMessages.letterNeedsArgument(name: name, letter: "\(letter)"))
      }
      try apply(option, value, typed: "-\(letter)")
      return
    }
  }

  private mutating func readNegated(_ letters: Substring) throws(Misuse) {
    guard !letters.isEmpty else {
      throw Misuse(line: WgetMessages.letterNeedsArgument(name: name, letter: "n"))
    }
    for letter in letters {
      switch letter {
      case "v": verbosity = .brief
      case "c": keepsFiles = true
      case "d", "H", "p":
        throw Misuse(line: WgetMessages.notSimulated(name: name, option: "-n\(letter)"))
      default: throw Misuse(line: WgetMessages.illegalLetter(name: name, letter: "\(letter)"))
      }
    }
  }

  private mutating func apply(
    _ option: Option, _ value: String?, typed: String
  ) throws(Misuse) {
    switch option {
    case .help: asksForHelp = true
    case .version: asksForVersion = true
    case .quiet: verbosity = .quiet
    case .verbose: verbosity = .verbose
    case .brief: verbosity = .brief
    case .keep: keepsFiles = true
    case .output: output = value
    case .ignored, .ignoredValue: break
    case .notSimulated: throw Misuse(line: WgetMessages.notSimulated(name: name, option: typed))
    }
  }
}

extension WgetOptions.Option {
  fileprivate var needsValue: Bool { self == .output || self == .ignoredValue }
}
