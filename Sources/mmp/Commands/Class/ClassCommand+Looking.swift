import ArgumentParser
import Classroom

extension ClassCommand {
  /// `mmp class status`.
  struct Status: JobCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show who is where, what they did last and what went wrong.",
      discussion: "Below the table are the errors of the last ten minutes, each with its remedy.")

    @OptionGroup var state: StateOption

    @Flag(help: "Show it anew each second, until Ctrl-C.")
    var watch = false

    @Flag(help: "Print JSON: an array with an object for each pod.")
    var json = false

    func check() throws {
      if watch, json { throw ValidationError("--watch is for a table, not for JSON.") }
    }

    var job: ClassJob {
      ClassJob(
        state: state.path, request: ClassRequest(.status, [.json: json ? "" : nil]),
        repeats: watch)
    }
  }

  /// `mmp class events`.
  struct Events: JobCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print what happened, as lines of JSON (docs/journal.md).")

    @OptionGroup var state: StateOption

    @Argument(help: ArgumentHelp("Only of this pod.", valueName: "pod"))
    var pod: String?

    @Flag(help: "Print also what happens from now on, until Ctrl-C.")
    var follow = false

    var job: ClassJob {
      ClassJob(
        state: state.path, request: ClassRequest(.events, [.pod: pod, .follow: follow ? "" : nil]))
    }
  }

  /// `mmp class watch`.
  struct Watch: JobCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a trainee's terminal as it happens, until Ctrl-C.",
      discussion: """
        Of several terminals it is the one used last. The trainee is told at the next prompt.
        """)

    @OptionGroup var state: StateOption

    @Argument(help: ArgumentHelp("The pod.", valueName: "pod"))
    var pod: String

    @Option(help: ArgumentHelp("Only a terminal of this machine.", valueName: "name"))
    var host: String?

    var job: ClassJob {
      ClassJob(state: state.path, request: ClassRequest(.watch, [.pod: pod, .host: host]))
    }
  }

  /// `mmp class say`.
  struct Say: JobCommand {
    static let configuration = CommandConfiguration(
      abstract: "Leave a line for the next prompt of all terminals, or of a pod's.",
      usage: "mmp class say --state <file> [<pod> | --all] <text>")

    @OptionGroup var state: StateOption

    @Flag(help: "To all pods; the same without a pod.")
    var all = false

    @Argument(
      help: ArgumentHelp("The pod, if it is not for all, and the text.", valueName: "text"))
    var words: [String]

    /// As much as a screen shows.
    private static let longest = 2_000

    func check() throws {
      guard (1...(all ? 1 : 2)).contains(words.count) else {
        throw ValidationError(
          all && words.count == 2
            ? "Name a pod, or all with --all; a text of several words stands in quotes."
            : "A text of several words stands in quotes.")
      }
      let text = words.last ?? ""
      guard text.contains(where: { !$0.isWhitespace }) else {
        throw ValidationError("There is nothing to say.")
      }
      guard text.utf8.count <= Self.longest, text.count(where: \.isNewline) < 20 else {
        throw ValidationError("A text has at most \(Self.longest) bytes in 20 lines.")
      }
    }

    var job: ClassJob {
      let pod = words.count == 2 ? words[0] : nil
      return ClassJob(
        state: state.path, request: ClassRequest(.say, [.pod: pod, .text: words.last]))
    }
  }
}
