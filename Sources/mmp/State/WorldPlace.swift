import Glibc
import Store

/// Where a world is kept.
struct WorldPlace {
  /// The file.
  let path: String
  /// Whether it is begun anew.
  var isFresh = false
  /// Whether a person is there to be asked.
  var isAttended = false
  /// The command that takes it up again, for a person who leaves; nil if nobody is told.
  var comeBack: String?

  /// Asks whether a new attempt is to be begun, if there is somebody to ask.
  func confirm() throws(Failure) {
    guard isAttended else { return }
    try Confirmation(
      question: "\(path) has a world in it. Begin anew? What was done stays there as an earlier "
        + "attempt.",
      otherwise: "nothing was begun; without --fresh the world is taken up again",
      interrupted: "interrupted; nothing was begun"
    ).ask()
  }

  /// Says that what was done is kept, to a person who leaves.
  func sayHowToComeBack() {
    guard let comeBack else { return }
    StandardStream.error.say("kept in \(path); \(comeBack) takes it up again")
  }

  /// Whether there is something where the file is to be.
  var isThere: Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Opens the file for this process, or makes it.
  ///
  /// - Throws: ``StoreFault/inUse`` if another process has it: its owner may let others in.
  func opened() throws(StoreFault) -> StateFile { try StateFile(path, .existingOrNew) }
}

extension WorldPlace {
  /// The place that was asked for, or at a terminal the user's own; nil for memory.
  ///
  /// - Parameters:
  ///   - file: what was asked for.
  ///   - isFresh: whether an attempt is to be begun anew.
  ///   - isOwn: whether a world without a file has one of the user's own.
  ///   - command: the command that takes it up again, without a file.
  static func chosen(
    _ file: String?, isFresh: Bool, isOwn: Bool, scenario: String?, command: String
  ) -> WorldPlace? {
    let isAttended = StandardStream.input.isTerminal
    if let file {
      return WorldPlace(
        path: file, isFresh: isFresh, isAttended: isAttended,
        comeBack: isOwn ? "\(command) --world \(ShellWord.quoted(file))" : nil)
    }
    guard isOwn else { return nil }
    guard let folder = StateFolder() else {
      StandardStream.error.say(
        "there is no home folder, so this world lasts as long as its window; see --world")
      return nil
    }
    guard folder.make() else {
      StandardStream.error.say(
        "\(folder.path) cannot be made, so this world lasts as long as its window; see --world")
      return nil
    }
    return WorldPlace(
      path: folder.file(of: scenario), isFresh: isFresh, isAttended: true,
      comeBack: scenario.map { "\(command) --scenario \(ShellWord.quoted($0))" } ?? command)
  }
}
