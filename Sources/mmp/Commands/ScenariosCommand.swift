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
      abstract: "List the scenarios: labs with a fault to find and repair.")

    @Flag(help: "As the page docs/scenarios.md.")
    var page = false

    func run() throws {
      do throws(Failure) {
        try StandardStream.output.print(page ? Scenario.page : Scenario.list)
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

extension Scenario {
  /// Name and purpose of each, for the terminal.
  static var list: String {
    let width = (names.map(\.count).max() ?? 0) + 2
    return all.map { scenario in
      let lines = wrapped(scenario.purpose, at: 76 - width)
      let name = scenario.name + String(repeating: " ", count: width - scenario.name.count)
      let margin = "\n" + String(repeating: " ", count: width)
      return name + lines.joined(separator: margin) + "\n"
    }.joined()
  }

  /// `docs/scenarios.md`.
  static var page: String {
    """
    <!-- Made by `make docs` from fixtures/scenarios; do not edit. -->

    # Scenarios

    Each is the lab with a fault in it: `mmp lab --scenario NAME` starts it at PC1,
    `mmp console --scenario NAME` on cms1a. The transcript shows the symptom and the repair. A
    scenario of your own is a YAML file, see [worlds.md](worlds.md): `mmp lab --scenario my.yaml`.

    """
      + all.map { scenario in
        """

        ## \(scenario.name)

        \(wrapped(scenario.purpose, at: 100).joined(separator: "\n"))

        [fixtures/scenarios/\(scenario.name).yaml](../fixtures/scenarios/\(scenario.name).yaml),
        [transcript](../fixtures/transcripts/scenarios/\(scenario.name).txt)

        """
      }.joined()
  }

  private static func wrapped(_ text: String, at width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
