import ArgumentParser
import Classroom

extension GradeSheet.Form: ExpressibleByArgument {}

extension ClassCommand {
  /// `mmp class grade`.
  struct Grade: JobCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print what was reached, by trainee and task.",
      discussion: """
        table is for the eye; csv has the columns of nbgrader, moodle a column a task, junit a case \
        a task. Only each pod's present attempt counts. The view grades in the file has the same.
        """)

    @OptionGroup var state: StateOption

    @Option(help: ArgumentHelp("The form.", valueName: "table|csv|moodle|junit"))
    var format = GradeSheet.Form.table

    var job: ClassJob {
      ClassJob(state: state.path, request: ClassRequest(.grade, [.format: format.rawValue]))
    }
  }
}
