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
}
