import ArgumentParser
import Classroom

extension ClassCommand {
  /// `mmp class snapshot`.
  struct Snapshot: JobCommand {
    static let configuration = CommandConfiguration(
      abstract: "Keep a copy of all that a pod has now, under a name.",
      usage: "mmp class snapshot --state <file> (<pod> | --all) <name>")

    @OptionGroup var state: StateOption
    @OptionGroup var whole: WholeClass
    @OptionGroup var named: NamedSnapshot

    func check() throws { try named.check(whole) }

    var job: ClassJob {
      ClassJob(
        state: state.path,
        request: ClassRequest(.snapshot, whole.values(named.words, naming: .name)))
    }
  }

  /// `mmp class snapshots`.
  struct Snapshots: JobCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the snapshots there are, of all pods or of one.")

    @OptionGroup var state: StateOption

    @Argument(help: ArgumentHelp("Only of this pod.", valueName: "pod"))
    var pod: String?

    @Flag(help: "Print JSON: an array with an object for each snapshot.")
    var json = false

    var job: ClassJob {
      ClassJob(
        state: state.path,
        request: ClassRequest(.snapshots, [.pod: pod, .json: json ? "" : nil]))
    }
  }

  /// `mmp class restore`.
  struct Restore: JobCommand {
    static let configuration = CommandConfiguration(
      abstract: "Have a pod as a snapshot has it; whoever is connected is disconnected.",
      usage: "mmp class restore --state <file> (<pod> | --all [--yes]) <name>")

    @OptionGroup var state: StateOption
    @OptionGroup var whole: WholeClass
    @OptionGroup var assent: Assent
    @OptionGroup var named: NamedSnapshot

    func check() throws { try named.check(whole) }

    var job: ClassJob {
      ClassJob(
        state: state.path,
        request: ClassRequest(.restore, whole.values(named.words, naming: .name)),
        confirmation: assent.asking(
          "Have all pods in \(state.path) go on as in \(named.words.last ?? "")? "
            + "Whoever is connected is disconnected.", if: whole.all))
    }
  }

  /// `mmp class drop`.
  struct Drop: JobCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take a snapshot away; what it took of the file is used again.",
      usage: "mmp class drop --state <file> (<pod> | --all [--yes]) <name>")

    @OptionGroup var state: StateOption
    @OptionGroup var whole: WholeClass
    @OptionGroup var assent: Assent
    @OptionGroup var named: NamedSnapshot

    func check() throws { try named.check(whole) }

    var job: ClassJob {
      ClassJob(
        state: state.path, request: ClassRequest(.drop, whole.values(named.words, naming: .name)),
        confirmation: assent.asking(
          "Drop the snapshot \(named.words.last ?? "") of all pods in \(state.path)? "
            + "It cannot be had back.", if: whole.all))
    }
  }

  /// The name of a snapshot, behind a pod if it is not of all.
  struct NamedSnapshot: ParsableArguments {
    @Argument(
      help: ArgumentHelp("The pod, if it is not all, and the snapshot's name.", valueName: "name"))
    var words: [String] = []

    func check(_ whole: WholeClass) throws {
      try whole.check(words, besides: ["a snapshot"])
      let name = words.last ?? ""
      guard name.contains(where: { !$0.isWhitespace }), name.utf8.count <= 100 else {
        throw ValidationError("A snapshot's name has 1 to 100 bytes.")
      }
    }
  }
}
