import ArgumentParser
import Tutor
import Words

/// `mmp tasks`: what trainees may have to achieve, and a look at tasks of one's own.
struct TasksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tasks", abstract: "List the sets of tasks, or check one of your own.",
    subcommands: [List.self, Check.self], defaultSubcommand: List.self)

  /// `mmp tasks list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the sets of tasks, or the tasks of one.")

    @Argument(
      help: ArgumentHelp(
        "A set: one of this list, a scenario with tasks, or a YAML file.", valueName: "name|file"),
      completion: .list(TaskSet.names))
    var set: String?

    func run() throws {
      do throws(Failure) {
        let text =
          if let set { try TaskSet.called(set, or: HostFile(path: set)).set.table } else {
            TaskSet.list
          }
        try StandardStream.output.print(text)
      } catch {
        throw error.reported()
      }
    }
  }

  /// `mmp tasks check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Read tasks of your own, and try in a lab of their own whether they can be solved.")

    @Argument(
      help: ArgumentHelp(
        "YAML files, written as docs/tasks.md says; names of mmp tasks do as well.",
        valueName: "file"),
      completion: .file(extensions: ["yaml", "yml"]))
    var files: [String]

    func run() throws {
      do throws(Failure) {
        try TaskCheckRun.run(files)
      } catch {
        throw error.reported()
      }
    }
  }
}

extension TaskSet {
  /// Name, number of tasks and title of each that comes with the program.
  static var list: String {
    rows(
      all.map { set in
        [set.name, "\(set.tasks.count) tasks", "\(set.points) points", Shown.line(set.title)]
      })
  }

  /// Id, points and title of each task.
  var table: String {
    let own = filled(for: Trainee(pod: 7))
    return Self.rows(
      own.tasks.map { task in
        let points = "\(task.points) \(task.points == 1 ? "point" : "points")"
        return [task.id, points, Shown.line(task.title)]
      })
  }

  private static func rows(_ rows: [[String]]) -> String {
    let columns = rows.first?.count ?? 0
    let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).map { $0.padded(to: $1) }
      return cells.dropLast().map { "\($0)  " }.joined() + (row.last ?? "") + "\n"
    }.joined()
  }
}
