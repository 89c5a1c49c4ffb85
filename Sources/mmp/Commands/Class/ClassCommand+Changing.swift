import ArgumentParser
import Classroom
import Lab

extension ClassCommand {
  /// `mmp class reset`.
  struct Reset: JobCommand {
    static let configuration = CommandConfiguration(
      abstract: "Begin a pod's lab anew; whoever is connected is disconnected.",
      usage: "mmp class reset --state <file> (<pod> | --all [--yes])",
      discussion: "What was done stays in the file as an earlier attempt.")

    @OptionGroup var state: StateOption
    @OptionGroup var whole: WholeClass
    @OptionGroup var assent: Assent

    @Argument(help: ArgumentHelp("The pod.", valueName: "pod"))
    var pods: [String] = []

    func check() throws { try whole.check(pods, besides: []) }

    var job: ClassJob {
      ClassJob(
        state: state.path, request: ClassRequest(.reset, whole.values(pods)),
        confirmation: assent.asking(
          "Begin the labs of all pods in \(state.path) anew? Whoever is connected is disconnected.",
          if: whole.all))
    }
  }

  /// `mmp class inject`.
  struct Inject: JobCommand {
    static let configuration = CommandConfiguration(
      abstract: "Have a scenario's fault befall a pod, while it is used.",
      usage: "mmp class inject --state <file> (<pod> | --all [--yes]) <scenario>",
      discussion: """
        A scenario is a name of mmp scenarios or a YAML file. Only what stands under fault: in it is \
        done; see docs/worlds.md.
        """)

    @OptionGroup var state: StateOption
    @OptionGroup var whole: WholeClass
    @OptionGroup var assent: Assent

    @Argument(
      help: ArgumentHelp("The pod, if it is not all, and the scenario.", valueName: "scenario"),
      completion: .list(Scenario.names))
    var words: [String] = []

    func check() throws { try whole.check(words, besides: ["a scenario"]) }

    var job: InjectJob {
      let scenario = words.last ?? ""
      return InjectJob(
        state: state.path, pod: whole.all ? nil : words.first, scenario: scenario,
        confirmation: assent.asking(
          "Have the fault of \(scenario) befall all pods in \(state.path)?", if: whole.all))
    }
  }

  /// `mmp class remove`.
  struct Remove: JobCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take a pod away, with all that was ever done in it.",
      usage: "mmp class remove --state <file> <pod> [--yes]")

    @OptionGroup var state: StateOption
    @OptionGroup var assent: Assent

    @Argument(help: ArgumentHelp("The pod.", valueName: "pod"))
    var pod: String

    var job: ClassJob {
      ClassJob(
        state: state.path, request: ClassRequest(.remove, [.pod: pod]),
        confirmation: assent.asking(
          "Remove pod \(pod) from \(state.path), with all that was ever done in it? "
            + "It cannot be had back."))
    }
  }

  /// `mmp class forget`.
  struct Forget: JobCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take away names, addresses and typed lines, of all or of a pod.",
      usage: "mmp class forget --state <file> [<pod>] [--yes]",
      discussion: """
        They are gone from the file's bytes too. Files, passwords and snapshots stay. What is typed \
        later is kept again.
        """)

    @OptionGroup var state: StateOption
    @OptionGroup var assent: Assent

    @Argument(help: ArgumentHelp("Only of this pod.", valueName: "pod"))
    var pod: String?

    var job: ClassJob {
      let whose = pod.map { "pod \($0)" } ?? "all pods"
      return ClassJob(
        state: state.path, request: ClassRequest(.forget, [.pod: pod]),
        confirmation: assent.asking(
          "Take names, addresses and typed lines of \(whose) out of \(state.path)? "
            + "They cannot be had back."))
    }
  }
}
