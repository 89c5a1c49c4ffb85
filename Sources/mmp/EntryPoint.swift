import Glibc

/// The program's entry. A console or lab of which nothing else is said than its commands, what most
/// start, starts without the parser, which takes longer than most of the rest.
@main
enum EntryPoint {
  static func main() {
    StandardStream.reserve()
    Signals.reportLimits()
    let isLab = word(1, is: "lab")
    guard let script = script(from: isLab || word(1, is: "console") ? 2 : 1) else {
      return MMP.start(CommandLine.arguments)
    }
    Signals.takeOverForSession()
    exit(isLab ? LabJob(script: script).status() : ConsoleJob(script: script).status())
  }

  /// The script, if from that word on there is none or each second one is a command behind `-c`; nil
  /// for anything else.
  private static func script(from first: Int) -> Script? {
    let count = max(0, Int(CommandLine.argc) - first)
    guard count > 0 else { return Script() }
    guard count.isMultiple(of: 2) else { return nil }
    var commands: [String] = []
    for place in stride(from: first, to: first + count, by: 2) {
      // The parser has a mind of its own for what begins with two dashes.
      guard word(place, is: "-c"), let command = CommandLine.unsafeArgv[place + 1],
        strncmp(command, "--", 2) != 0
      else { return nil }
      commands.append(String(cString: command))
    }
    return Script(commands)
  }

  /// Whether a word is that one. Swift's list of the words takes a tenth of a millisecond to make.
  private static func word(_ place: Int, is text: String) -> Bool {
    guard place < Int(CommandLine.argc), let word = CommandLine.unsafeArgv[place] else {
      return false
    }
    return strcmp(word, text) == 0
  }
}
