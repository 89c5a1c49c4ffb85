import ArgumentParser

/// The program: a console by default, the lab around it, and what can be done with transcripts and
/// the ledger.
@main
struct MMP: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mmp",
    abstract: "A simulated Cisco Meeting Server console (MMP), with real keys and certificates.",
    discussion: "Not a Cisco product.",
    subcommands: [
      ConsoleCommand.self, LabCommand.self, ScenariosCommand.self, TestCommand.self,
      FidelityCommand.self, ServeCommand.self,
    ],
    defaultSubcommand: ConsoleCommand.self)

  /// Those that talk to nobody, or, as `serve`, mind signals themselves.
  private static let unattended: [any ParsableCommand.Type] = [
    ScenariosCommand.self, TestCommand.self, FidelityCommand.self, ServeCommand.self,
  ]

  static func main() {
    Signals.reportLimits()
    // The parser is slower than a signal may be.
    let word = CommandLine.arguments.dropFirst().first
    if !unattended.contains(where: { $0.configuration.commandName == word }) {
      Signals.takeOverForSession()
    }
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      leave(with: error)
    }
  }

  /// Ends the program. Help, too, is output that may fail.
  private static func leave(with error: any Error) -> Never {
    let text = fullMessage(for: error)
    guard exitCode(for: error).isSuccess, !text.isEmpty else { exit(withError: error) }
    do throws(Failure) {
      try StandardStream.output.print(text + "\n")
    } catch {
      exit(withError: error.reported())
    }
    exit()
  }
}
