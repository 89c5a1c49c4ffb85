import ArgumentParser
import Classroom
import Lab

extension ClassCommand {
  /// `mmp class reset`.
  struct Reset: JobCommand {
    static let configuration = CommandConfiguration(
      abstract: "Begin a pod's lab anew; whoever is connected is disconnected.",
      discussion: "What was done stays in the file as an earlier attempt.")

    @OptionGroup var state: StateOption

    @Argument(help: ArgumentHelp("The pod.", valueName: "pod"))
    var pod: String

    var job: ClassJob { ClassJob(state: state.path, request: ClassRequest(.reset, [.pod: pod])) }
  }

  /// `mmp class snapshot`.
  struct Snapshot: JobCommand {
    static let configuration = CommandConfiguration(
      abstract: "Keep a copy of all that a pod has now, under a name.")

    @OptionGroup var state: StateOption

    @OptionGroup var named: NamedPod

    var job: ClassJob {
      ClassJob(
        state: state.path, request: ClassRequest(.snapshot, [.pod: named.pod, .name: named.name]))
    }
  }

  /// `mmp class restore`.
  struct Restore: JobCommand {
    static let configuration = CommandConfiguration(
      abstract: "Have a pod as a snapshot has it; whoever is connected is disconnected.")

    @OptionGroup var state: StateOption

    @OptionGroup var named: NamedPod

    var job: ClassJob {
      ClassJob(
        state: state.path, request: ClassRequest(.restore, [.pod: named.pod, .name: named.name]))
    }
  }

  /// A pod and the name of a snapshot of it.
  struct NamedPod: ParsableArguments {
    @Argument(help: ArgumentHelp("The pod.", valueName: "pod"))
    var pod: String

    @Argument(help: ArgumentHelp("The snapshot's name.", valueName: "name"))
    var name: String

    func validate() throws {
      guard name.contains(where: { !$0.isWhitespace }), name.utf8.count <= 100 else {
        throw ValidationError("A snapshot's name has 1 to 100 bytes.")
      }
    }
  }

  /// `mmp class inject`.
  struct Inject: JobCommand {
    static let configuration = CommandConfiguration(
      abstract: "Have a scenario's fault befall a pod, while it is used.",
      discussion: "Only what stands under fault: in the scenario; see docs/worlds.md.")

    @OptionGroup var state: StateOption

    @Argument(help: ArgumentHelp("The pod.", valueName: "pod"))
    var pod: String

    @Argument(
      help: ArgumentHelp("A name of mmp scenarios, or a YAML file.", valueName: "scenario"),
      completion: .list(Scenario.names))
    var scenario: String

    var job: InjectJob { InjectJob(state: state.path, pod: pod, scenario: scenario) }
  }

  /// `mmp class remove`.
  struct Remove: JobCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take a pod away, with all that was ever done in it.")

    @OptionGroup var state: StateOption

    @Argument(help: ArgumentHelp("The pod.", valueName: "pod"))
    var pod: String

    var job: ClassJob { ClassJob(state: state.path, request: ClassRequest(.remove, [.pod: pod])) }
  }

  /// `mmp class forget`.
  struct Forget: JobCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take away names, addresses and typed lines, of all or of a pod.",
      discussion: """
        They are gone from the file's bytes too. Files, passwords and snapshots stay. What is typed \
        later is kept again.
        """)

    @OptionGroup var state: StateOption

    @Argument(help: ArgumentHelp("Only of this pod.", valueName: "pod"))
    var pod: String?

    var job: ClassJob { ClassJob(state: state.path, request: ClassRequest(.forget, [.pod: pod])) }
  }
}
