import ArgumentParser
import Tutor

/// `--tasks`: what is to be done.
struct TasksOption: ParsableArguments {
  @Option(
    name: .customLong("tasks"),
    help: ArgumentHelp(
      "Have these tasks: a name of mmp tasks, a YAML file, or none.", valueName: "name|file|none"),
    completion: .list(TaskSet.names + ["none"]))
  var nameOrFile: String?

  /// What was asked for; `otherwise` if nothing was.
  func choice(otherwise: TaskChoice) -> TaskChoice {
    TaskChoice(argument: nameOrFile, otherwise: otherwise)
  }
}
