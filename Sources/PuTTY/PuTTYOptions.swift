import Ledger

/// The command line of psftp or plink.
struct PuTTYOptions {
  /// `[user@]host`; nil if there is none.
  var host: String?
  var user: String?
  var port = 22
  var password: String?
  var isVerbose = false
  var asksNothing = false
  /// `-b`: the file to take commands from.
  var script: String?
  /// `-bc`: commands are shown.
  var echoesScript = false
  /// `-be`: errors do not stop the script.
  var ignoresErrors = false
  /// The words behind the host.
  var command: [String] = []

  /// Why there is nothing to run.
  struct Misuse: Error {
    let saying: Saying
    let errorLevel: Int
  }

  /// Options whose next word is their value and which change nothing here.
  private static let ignoredWithValue: Set = [
    "-load", "-i", "-hostkey", "-proxycmd", "-sshlog", "-sshrawlog", "-m", "-D", "-L", "-R", "-nc",
  ]
  private static let ignored: Set = [
    "-1", "-2", "-4", "-6", "-C", "-noagent", "-agent", "-nopageant", "-pageant", "-ssh", "-t",
    "-T", "-a", "-A", "-x", "-X", "-s", "-N",
  ]

  /// Reads the words behind `program`. Only psftp knows scripts, only plink commands.
  init(_ words: [String], of program: String) throws(Misuse) {
    let isPSFTP = program == "psftp"
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "-l", "-P", "-pw": try set(word, to: Self.value(of: word, from: &rest, program))
      case "-v": isVerbose = true
      case "-batch": asksNothing = true
      case "-b" where isPSFTP && !rest.isEmpty: script = rest.popFirst()
      case "-bc" where isPSFTP: echoesScript = true
      case "-be" where isPSFTP: ignoresErrors = true
      case "-h", "-?", "--help":
        throw Misuse(saying: Self.usage(of: program), errorLevel: 1)
      case "-V", "--version":
        throw Misuse(saying: UsageMessages.version(program: program), errorLevel: 0)
      case "--" where isPSFTP: rest = []
      default:
        if Self.ignored.contains(word) { break }
        if Self.ignoredWithValue.contains(word) {
          _ = try Self.value(of: word, from: &rest, program)
        } else if word.hasPrefix("-") {
          throw Misuse(
            saying: UsageMessages.unknownOption(program: program, option: word), errorLevel: 1)
        } else if host == nil {
          host = word
        } else if isPSFTP {
          throw Misuse(saying: Self.usage(of: program), errorLevel: 1)
        } else {
          command = [word] + rest
          rest = []
        }
      }
    }
  }

  private mutating func set(_ option: String, to value: String) {
    switch option {
    case "-l": user = value
    case "-pw": password = value
    default: port = Int(value) ?? 0
    }
  }

  private static func value(
    of option: String, from rest: inout ArraySlice<String>, _ program: String
  ) throws(Misuse) -> String {
    guard let value = rest.popFirst() else {
      throw Misuse(
        saying: UsageMessages.optionNeedsArgument(program: program, option: option), errorLevel: 1)
    }
    return value
  }

  private static func usage(of program: String) -> Saying {
    program == "psftp" ? UsageMessages.psftp : UsageMessages.plink
  }

  /// Where these options lead. A user in front of the host counts more than `-l`.
  func target(_ typed: String) -> PuTTYLogin.Target {
    var target = PuTTYLogin.Target(host: typed)
    target.user = user
    if let at = typed.lastIndex(of: "@") {
      target.host = String(typed[typed.index(after: at)...])
      if at > typed.startIndex { target.user = String(typed[..<at]) }
    }
    target.host.removeAll { $0 == " " || $0 == "\t" }
    if target.user == "" { target.user = nil }
    target.port = port
    target.password = password
    target.isVerbose = isVerbose
    target.asksNothing = asksNothing
    return target
  }
}
