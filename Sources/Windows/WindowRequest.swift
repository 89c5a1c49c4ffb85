public import Control
public import LineEditing

/// What a process asks of the one that has a world open: a window on one of its machines.
public struct WindowRequest: Sendable, Equatable {
  /// The machine.
  public enum Place: Sendable, Equatable {
    /// PC1, at its command window.
    case workstation
    /// The appliance of that host name, at its console.
    case appliance(String)
  }

  /// Who drives it.
  public enum Manner: Sendable, Equatable {
    /// A person at a terminal, whose keys come as they are.
    case terminal(WindowSize, TerminalAbilities)
    /// Lines from a pipe: what goes back is the transcript.
    case pipe
    /// The same, but only answers go back.
    case quietPipe
    /// These commands; what they ask is asked of the process, see ``Frame/Kind/question``.
    case commands([String])
  }

  /// What the first word of such a request is.
  public static let name = "window"

  /// The machine.
  public let place: Place
  /// Who drives it.
  public let manner: Manner
  /// Whether the exit status tells that the last command said an error.
  public let isStrict: Bool
  /// Whether the lab speaks in it, if a person types there.
  public let hasVoice: Bool
  /// What else was asked for on the command line, by the options' names: it must be so already.
  public let options: [String: String]

  /// A request for a window.
  public init(
    _ place: Place, _ manner: Manner, isStrict: Bool = false, hasVoice: Bool = false,
    options: [String: String] = [:]
  ) {
    self.place = place
    self.manner = manner
    self.isStrict = isStrict
    self.hasVoice = hasVoice
    self.options = options
  }

  /// Whether a person types to whom the lab speaks.
  public var isAttended: Bool {
    if case .terminal = manner { return hasVoice }
    return false
  }

  /// The request in words.
  public var request: Request {
    var words = [Self.name]
    if case .appliance(let host) = place { words.append("host=\(host)") }
    switch manner {
    case .terminal(let size, let abilities):
      words.append("terminal=\(size.columns)x\(size.rows)")
      if abilities.hasColour { words.append("colour=") }
      if abilities.isUTF8 { words.append("utf8=") }
    case .pipe: words.append("pipe=")
    case .quietPipe: words.append("quiet=")
    case .commands(let commands):
      words.append("commands=")
      words += commands.map { "command=\($0)" }
    }
    if isStrict { words.append("strict=") }
    if hasVoice { words.append("voice=") }
    words += options.sorted { $0.key < $1.key }.map { "--\($0.key)=\($0.value)" }
    return Request(words)
  }

  /// The request that words are; nil if they ask for something else.
  public init?(_ request: Request) {
    guard request.words.first == Self.name else { return nil }
    var place = Place.workstation
    var manner: Manner?
    var commands: [String] = []
    var abilities = TerminalAbilities.unknown
    var (isStrict, hasVoice) = (false, false)
    var options: [String: String] = [:]
    for word in request.words.dropFirst() {
      guard let equals = word.firstIndex(of: "=") else { return nil }
      let value = String(word[word.index(after: equals)...])
      switch word[..<equals] {
      case "host": place = .appliance(value)
      case "terminal": manner = .terminal(Self.size(value), abilities)
      case "colour" where value.isEmpty: abilities.hasColour = true
      case "utf8" where value.isEmpty: abilities.isUTF8 = true
      case "pipe": manner = .pipe
      case "quiet": manner = .quietPipe
      case "commands": manner = .commands([])
      case "command": commands.append(value)
      case "strict": isStrict = true
      case "voice" where value.isEmpty: hasVoice = true
      case let name where name.hasPrefix("--"): options[String(name.dropFirst(2))] = value
      default: return nil
      }
    }
    guard var manner else { return nil }
    switch manner {
    case .commands: manner = .commands(commands)
    case .terminal(let size, _): manner = .terminal(size, abilities)
    case .pipe, .quietPipe: break
    }
    self.init(place, manner, isStrict: isStrict, hasVoice: hasVoice, options: options)
  }

  private static func size(_ text: String) -> WindowSize {
    let numbers = text.split(separator: "x", maxSplits: 1).map { Int($0) ?? 0 }
    return WindowSize(columns: numbers.first ?? 0, rows: numbers.dropFirst().first ?? 0)
  }
}
