import ArgumentParser

/// What scripts want of a session.
struct ScriptOptions: ParsableArguments {
  @Option(
    name: [.customShort("c"), .customLong("command")], parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Carry out this command and leave; only its answer is shown. May be repeated.",
      valueName: "command"))
  var commands: [String] = []

  @Flag(
    name: .shortAndLong,
    help: "Show only answers to what comes through a pipe: no prompts, and nothing of the input.")
  var quiet = false

  @Flag(help: "Exit with status 1 if the last command said an error.")
  var strictExit = false

  /// Refuses what contradicts itself.
  func check(_ words: [String]) throws {
    if !words.isEmpty, !commands.isEmpty {
      throw ValidationError("Commands are given with -c or as words, not both.")
    }
    if quiet, words.isEmpty, commands.isEmpty, StandardStream.input.isTerminal {
      throw ValidationError("--quiet is for input from a pipe or file.")
    }
  }

  /// The script; `words` are one command.
  func script(_ words: [String]) -> Script {
    let commands = words.isEmpty ? commands : [words.joined(separator: " ")]
    var script = commands.isEmpty ? Script() : Script(commands)
    script.isQuiet = quiet
    script.isStrict = strictExit
    return script
  }
}
