import ArgumentParser
import Lab

/// `mmp scenarios`: the worlds `--scenario` knows by name, and a look at those of one's own.
struct ScenariosCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenarios", abstract: "List the scenarios, or check one of your own.",
    subcommands: [List.self, Check.self], defaultSubcommand: List.self)

  /// `mmp scenarios list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the scenarios: labs with a fault to find and repair.",
      discussion: """
        The names of this list do not tell what is wrong, so that trainees can find it out. \
        --scenario takes them, and those of --spoil.
        """)

    @Flag(help: "With what is wrong in each, and the names that say so: for instructors.")
    var spoil = false

    @Flag(help: ArgumentHelp("As the page docs/scenarios.md.", visibility: .private))
    var page = false

    func run() throws {
      do throws(Failure) {
        try StandardStream.output.print(
          page ? Scenario.page : spoil ? Scenario.spoiledList : Scenario.list)
      } catch {
        throw error.reported()
      }
    }
  }

  /// `mmp scenarios check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Read scenarios of your own and build their worlds, without starting them.")

    @Argument(
      help: ArgumentHelp(
        "YAML files, written as docs/worlds.md says; names of mmp scenarios do as well.",
        valueName: "file"))
    var files: [String]

    func run() throws {
      do throws(Failure) {
        try ScenarioCheck.run(files)
      } catch {
        throw error.reported()
      }
    }
  }
}
