import Glibc
import Lab
import Store
import Tutor
import Windows

/// How a process comes to a world that a file keeps: the first one has the file, further ones have a
/// window on what it has.
struct WorldEntry {
  /// What came of it.
  enum Outcome {
    /// The file is this process's.
    case file(StateFile)
    /// The file cannot be had, nor a window.
    case fault(StoreFault)
    /// A window was had, and left; the status that the script asks for.
    case left(Failure.Status?)
  }

  /// Where the world is kept.
  let place: WorldPlace
  /// The machine that is wanted.
  let machine: WindowRequest.Place
  let setting: Setting
  let keeping: Keeping
  let script: Script
  /// Whether the lab speaks to a person.
  let hasTutor: Bool

  /// How often it is tried, and how long is waited in between, in milliseconds: whoever has the file
  /// may be about to end, or to let others in.
  private static let (trials, pause) = (50, 100)

  /// Enters.
  func enter() throws(Failure) -> Outcome {
    var trial = 0
    while true {
      trial += 1
      do throws(StoreFault) {
        return .file(try place.opened())
      } catch {
        guard error == .inUse, trial <= Self.trials, !isUnwanted else { return .fault(error) }
      }
      try check()
      let window = AttachedWindow(
        on: HostFile(path: place.path), at: machine, for: script,
        hasTutor: hasTutor && script.isAttended, options: setting.askedFor)
      switch try window.run() {
      case .ended(let status):
        place.sayHowToComeBack()
        return .left(status)
      case .begunAnew:
        StandardStream.error.say(
          "the lab is begun anew, and this window goes on in the new attempt")
        trial = 0
      case .nobody: break
      }
      usleep(UInt32(Self.pause * 1_000))
    }
  }

  /// Whether the user wants nothing more.
  private var isUnwanted: Bool { HangUp.isRequested || Interruption.isRequested }

  /// Refuses what only the first window can do.
  private func check() throws(Failure) {
    let options = [
      ("--fresh", place.isFresh), ("--files", setting.files != nil),
      ("--save", keeping.save != nil), ("--record", keeping.record != nil),
      ("--journal", keeping.journal != nil),
    ]
    guard let option = options.first(where: \.1)?.0 else { return }
    throw Failure(
      .inUse, "\(place.path) is open in another window; \(option) is for the one that opens it")
  }
}

extension Setting {
  /// What was asked for of a world that is there already, by the options' names.
  fileprivate var askedFor: [String: String] {
    var options: [String: String] = [:]
    if isReleaseGiven { options["release"] = "\(release.release)" }
    options["clock"] = clock?.text
    // The other process may be in another folder.
    options["scenario"] = scenario.map { text in
      Scenario.allNames.contains(text) ? text : HostFile(path: text).absolutePath
    }
    switch tasks {
    case .usual, .unasked: break
    case .none: options["tasks"] = "none"
    case .given(let text):
      options["tasks"] = TaskSet.named(text) != nil ? text : HostFile(path: text).absolutePath
    }
    return options
  }

  /// What another process asked for.
  init(askedFor options: [String: String]) {
    self.init()
    if let release = options["release"].flatMap(ReleaseNumber.init(argument:)) {
      self.release = release
      isReleaseGiven = true
    }
    clock = options["clock"].flatMap(ClockTime.init(argument:))
    scenario = options["scenario"]
    tasks = TaskChoice(argument: options["tasks"], otherwise: .unasked)
  }
}
