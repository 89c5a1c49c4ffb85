import Console
import Lab
import Threads
import Tutor

/// Reads sets of tasks and tries their solutions, each in a lab of its own.
enum TaskCheckRun {
  /// How long the solutions of a set may take, in milliseconds.
  static let patience = 120_000

  /// Checks each, by its file or name: a line for those in order on standard output, one for the
  /// others on standard error.
  ///
  /// - Throws: at the end, if one was refused, or is not solved by its solution; at once, if the lines
  ///   cannot be written.
  static func run(_ files: [String]) throws(Failure) {
    var failures: [Failure] = []
    for text in files {
      do throws(Failure) {
        let place = Whereabouts()
        let note = try bounded(text, at: place) { () throws(Failure) in
          try check(text, telling: place)
        }
        let line = "ok      \(text)\(note.map { " (\($0))" } ?? "")\n"
        try StandardStream.output.print(TerminalText.escaping(line))
      } catch {
        guard error.status != .outputFailed else { throw error }
        failures.append(error)
        // It quotes files that may be anybody's, and logs end up on terminals.
        StandardStream.error.say(TerminalText.escaping(error.description))
      }
    }
    guard !failures.isEmpty else { return }
    let isUnreadable = failures.contains { $0.status == .unreadable }
    throw Failure(
      isUnreadable ? .unreadable : .differs,
      "\(failures.count) of \(files.count) \(files.count == 1 ? "set" : "sets") refused")
  }

  /// - Returns: what the author should know; nil if nothing.
  private static func check(
    _ text: String, telling place: Whereabouts
  ) throws(Failure) -> String? {
    let file = HostFile(path: text)
    // A file is what was meant where there is one: only it has its solutions beside it.
    let (set, scenario) = file.exists ? try TaskSet.read(file) : try TaskSet.called(text, or: file)
    let trial = try TaskTrial(of: set, in: scenario, beside: file.exists ? file : nil)
    return try trial.run(telling: place)
  }

  /// Does something that may never end, on a thread of its own: who waits too long is told so.
  ///
  /// - Parameters:
  ///   - name: what it is done to.
  ///   - place: how far it has come.
  static func bounded<Result: Sendable>(
    _ name: String, within milliseconds: Int = patience, at place: Whereabouts = Whereabouts(),
    _ work: @escaping @Sendable () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let outcome = Monitor<Swift.Result<Result, Failure>?>(nil)
    let thread = Thread(stackSize: 8 << 20) {
      do throws(Failure) {
        let result = try work()
        outcome.withLock { $0 = .success(result) }
      } catch {
        outcome.withLock { $0 = .failure(error) }
      }
    }
    guard thread != nil else { return try work() }
    guard let result = outcome.wait(within: milliseconds, for: { $0 }) else {
      throw Failure(
        .differs,
        "\(name): its solutions did not end within \(milliseconds / 1_000) seconds"
          + (place.words.map { ": \($0)" } ?? ""))
    }
    return try result.get()
  }
}
