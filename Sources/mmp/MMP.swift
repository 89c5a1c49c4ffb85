import ArgumentParser
import Words

/// What the parser knows: a console by default, the lab around it, and what can be done with
/// transcripts and the ledger.
struct MMP: ParsableCommand {
  static var configuration: CommandConfiguration {
    let word = CommandLine.arguments.dropFirst().first ?? ""
    let isOption = word.hasPrefix("-") && !ownOptions.contains { word.hasPrefix($0) }
    let asked = isOption ? [] : subcommands.filter { $0.configuration.commandName == word }
    return CommandConfiguration(
      commandName: "mmp",
      abstract: "A simulated Cisco Meeting Server console (MMP), with real keys and certificates.",
      discussion: "Not a Cisco product.",
      version: Version.text,
      // The parser looks through all there are, which takes as long as a console does to start.
      subcommands: isOption ? [ConsoleCommand.self] : asked.isEmpty ? subcommands : asked,
      defaultSubcommand: asked.isEmpty ? ConsoleCommand.self : nil)
  }

  /// The program's own options; all others are the console's.
  private static let ownOptions = ["-h", "--h", "--v", "--generate", "--experimental"]

  static let subcommands: [any ParsableCommand.Type] = [
    ConsoleCommand.self, LabCommand.self, CheckCommand.self, ScenariosCommand.self,
    TestCommand.self, FidelityCommand.self, ExplainCommand.self, ServeCommand.self,
    ClassCommand.self, TasksCommand.self,
  ]

  /// Those that talk to nobody, or, as `serve`, mind signals themselves.
  private static let unattended: [any ParsableCommand.Type] = [
    CheckCommand.self, ScenariosCommand.self, TestCommand.self, FidelityCommand.self,
    ExplainCommand.self, ServeCommand.self, ClassCommand.self, TasksCommand.self,
  ]

  /// Does what the words say that the program was started with, its own name first.
  static func start(_ words: [String]) {
    let word = words.dropFirst().first
    // The parser is slower than a signal may be.
    if !unattended.contains(where: { $0.configuration.commandName == word }) {
      Signals.takeOverForSession()
    }
    do {
      try check(words.dropFirst(word == "help" ? 2 : 1), of: self)
      var command = try parseAsRoot()
      do {
        try command.run()
      } catch let error as ValidationError {
        throw Misuse(of: type(of: command), message: error.message)
      }
    } catch let error as Misuse {
      complain(error.text)
      exit(withError: ExitCode.validationFailure)
    } catch {
      leave(with: error)
    }
  }

  /// What is wrong with the words behind a subcommand, as that has found out itself: the parser would
  /// show the usage of the whole program.
  private struct Misuse: Error {
    let text: String

    init(of command: any ParsableCommand.Type, message: String) {
      let names = MMP.path(of: command)
      text =
        "Error: \(message)\nUsage: \(MMP.usageString(for: command))\n"
        + "  See '\(names.joined(separator: " ")) --help' for more information."
    }
  }

  /// The names that lead to a subcommand, the program's first.
  private static func path(of command: any ParsableCommand.Type) -> [String] {
    func path(_ start: any ParsableCommand.Type) -> [String]? {
      if start == command { return [start._commandName] }
      return start.configuration.subcommands.lazy.compactMap(path).first
        .map { [start._commandName] + $0 }
    }
    return path(self) ?? [_commandName]
  }

  /// Refuses a mistyped subcommand, which the default one would take for a word of its own.
  private static func check(
    _ words: ArraySlice<String>, of command: any ParsableCommand.Type
  ) throws {
    let subcommands = command.configuration.subcommands
    guard let word = words.first, !word.hasPrefix("-"), word != "help", !subcommands.isEmpty
    else { return }
    if let subcommand = subcommands.first(where: { $0._commandName == word }) {
      return try check(words.dropFirst(), of: subcommand)
    }
    let hint = NearestWord.hint(for: word, among: subcommands.map { $0._commandName } + ["help"])
    throw Misuse(of: command, message: "There is no subcommand '\(word)'" + (hint ?? "."))
  }

  /// Ends the program. Help, too, is output that may fail; and what is wrong with the command line
  /// quotes from it, which a shell may have made of anybody's file names.
  private static func leave(with error: any Error) -> Never {
    let text = fullMessage(for: error)
    guard !text.isEmpty else { exit(withError: error) }
    guard exitCode(for: error).isSuccess else {
      complain(text)
      exit(withError: exitCode(for: error))
    }
    do throws(Failure) {
      try StandardStream.output.print(text + "\n")
    } catch {
      exit(withError: error.reported())
    }
    exit()
  }

  private static func complain(_ text: String) {
    let stream = StandardStream.error
    stream.write(stream.presentable(Array("\(text)\n".utf8)))
  }
}
