import ArgumentParser

/// `mmp explain`.
struct ExplainCommand: JobCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a message means, what to do about it, and how to have it said.",
    discussion: """
      Give a message as it stood on the screen, with or without what was in front of it, or by its \
      name. Cause, remedy and source are printed, and the lines that make it appear: the first starts \
      the program, the others are typed at the prompts they begin with.

      Exit status: 0 if there is such a message, 1 if not, 64 for wrong usage.
      """)

  @Argument(help: ArgumentHelp("A message, or its name.", valueName: "message"))
  var words: [String] = []

  @Flag(help: "List the names and words of all errors.")
  var list = false

  @Flag(help: "With --list: those of all other answers too.")
  var all = false

  @Option(
    help: ArgumentHelp(
      "Print the lines of this folder's transcripts, for make docs.", valueName: "folder",
      visibility: .private))
  var collect: String?

  func validate() throws {
    if let collect {
      guard words.isEmpty, !list, !all else {
        throw ValidationError("--collect \(collect) stands alone.")
      }
    } else if list {
      guard words.isEmpty else { throw ValidationError("--list takes no message.") }
    } else {
      guard !all else { throw ValidationError("--all goes with --list.") }
      guard !text.allSatisfy(\.isWhitespace) else {
        throw ValidationError("Give a message or its name, or --list.")
      }
    }
  }

  private var text: String { words.joined(separator: " ") }

  var job: ExplainJob {
    ExplainJob(
      question: collect.map { .collection(of: $0) }
        ?? (list ? .list(isWhole: all) : .message(text)))
  }
}
