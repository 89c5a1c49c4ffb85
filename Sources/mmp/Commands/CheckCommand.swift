import ArgumentParser
import Tutor

/// `mmp check`.
struct CheckCommand: JobCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Look whether the tasks of a kept world are done.",
    discussion: """
      It looks into the file and changes nothing, also while the world is open elsewhere. The exit \
      status is 1 unless all are done.
      """)

  @Option(
    name: .customLong("world"),
    help: ArgumentHelp("The file, as mmp lab --world has it.", valueName: "file"),
    completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp(
      "Look for these tasks instead of those the world was begun with.", valueName: "name|file"),
    completion: .list(TaskSet.names))
  var tasks: String?

  @Flag(help: "Print JSON: an array with an object for each task.")
  var json = false

  var job: CheckJob { CheckJob(file: file, tasks: tasks, isJSON: json) }
}
