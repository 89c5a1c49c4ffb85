import ArgumentParser
import Classroom

/// `mmp class password`.
struct PasswordCommand: JobCommand {
  static let configuration = CommandConfiguration(
    commandName: "password", abstract: "Print the password of a pod, or give it a new one.",
    discussion: """
      It is that of all users of the pod's machines. A new one counts from the next login on, and \
      stands on the next handout; whoever is connected stays.
      """)

  @OptionGroup var state: StateOption

  @Argument(help: ArgumentHelp("The pod.", valueName: "pod"))
  var pod: String

  @Flag(help: "Make a new one, such as bak-nor-tiv-dum, and print that.")
  var random = false

  var job: ClassJob {
    ClassJob(
      state: state.path,
      request: ClassRequest(.password, [.pod: pod, .random: random ? "" : nil]))
  }
}
