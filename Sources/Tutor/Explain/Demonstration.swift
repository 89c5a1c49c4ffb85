private import CWorlds

/// The shortest lines that make a message appear, for whoever wants to show it.
public struct Demonstration: Sendable, Equatable {
  /// The messages that the last line is answered with, by their names in the ledger.
  public let shows: [String]
  /// The built-in scenario it starts in; nil for the lab page's world.
  public let scenario: String?
  /// The release of the appliances; nil for the usual one.
  public let release: String?
  /// What is typed, each line behind the prompt at which it is.
  public let lines: [String]

  /// Those lines, for those messages.
  public init(
    shows: [String], scenario: String? = nil, release: String? = nil, lines: [String]
  ) {
    self.shows = shows
    self.scenario = scenario
    self.release = release
    self.lines = lines
  }

  /// The command that opens the window in which the first line is typed.
  public var start: String {
    let options =
      (scenario.map { " --scenario \($0)" } ?? "") + (release.map { " --release \($0)" } ?? "")
    guard let host else { return "mmp lab" + options }
    let console = (host == "cms1a" ? "" : " --host \(host)") + options
    return console.isEmpty ? "mmp" : "mmp console" + console
  }

  /// What a person does, one line each: first the command that starts the program, then what is
  /// typed. Where nothing is, the key stands there in angle brackets.
  public var steps: [String] {
    // Each prompt that can be seen with nothing behind it ends with a blank.
    [start] + lines.map { $0.hasSuffix(" ") ? $0 + "<Return>" : $0 }
  }

  /// The appliance in whose console the first line is typed; nil for PC1's window.
  private var host: String? {
    guard let first = lines.first, let end = first.firstIndex(of: ">") else { return nil }
    let name = first[..<end]
    return name.contains("\\") ? nil : String(name)
  }
}

extension Demonstration {
  /// The same as lines of a file that ``all(in:)`` reads.
  public var text: String {
    "#! shows: \(shows.joined(separator: ", "))\n"
      + (scenario.map { "#! scenario: \($0)\n" } ?? "")
      + (release.map { "#! release: \($0)\n" } ?? "")
      + lines.map { "\($0)\n" }.joined()
  }

  /// Those that a file has: headers as transcripts have them, below each the lines that are typed,
  /// and an empty line. Anything else that begins with `#` is passed over.
  public static func all(in text: String) -> [Demonstration] {
    text.split(separator: "\n\n").compactMap { block in
      let lines = block.split(separator: "\n")
      func header(_ key: String) -> Substring? {
        let start = "#! \(key): "
        return lines.first { $0.hasPrefix(start) }?.dropFirst(start.count)
      }
      guard let shows = header("shows") else { return nil }
      return Demonstration(
        shows: shows.split(separator: ", ").map(String.init),
        scenario: header("scenario").map(String.init), release: header("release").map(String.init),
        lines: lines.filter { !$0.hasPrefix("#") }.map(String.init))
    }
  }

  /// Those that come with the program. They are read when they are first asked for.
  public static let builtIn = all(in: builtInText)

  /// The file they are read from.
  public static var builtInText: String {
    let file = cworlds_demonstrations()
    return String(
      decoding: UnsafeBufferPointer(start: file.bytes, count: file.size), as: UTF8.self)
  }
}
