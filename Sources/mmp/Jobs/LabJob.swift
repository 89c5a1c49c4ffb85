import Console
import Lab
import Store
import Tutor
import Windows
import Workstation

/// `mmp lab`: PC1's command window, with the whole lab behind it.
struct LabJob: Job {
  var setting = Setting()
  var keeping = Keeping()
  var script = Script()
  /// A file that keeps the world; nil for the user's own at a terminal, else none.
  var file: String?
  /// Whether the kept world is begun anew.
  var isFresh = false
  /// Whether the lab speaks to a person.
  var hasTutor = true

  func run() throws(Failure) -> Failure.Status? {
    let setting = try setting.suitingTasks()
    let isAttended = script.commands == nil && StandardStream.input.isTerminal
    let place = WorldPlace.chosen(
      file, isFresh: isFresh, isOwn: isAttended, scenario: setting.scenario, command: "mmp lab")
    guard let place else { return try runInMemory(as: setting, isAttended: isAttended) }
    // A scenario that is none leaves no file behind.
    _ = try setting.chosenScenario
    let entry = WorldEntry(
      place: place, machine: .workstation, setting: setting, keeping: keeping, script: script,
      hasTutor: hasTutor)
    switch try entry.enter() {
    case .file(let state):
      var kept = try KeptWorld(in: state, at: place, as: setting)
      defer { kept.close() }
      let attempts = Attempts()
      return try attempts.run { () throws(Failure) in
        if attempts.isAnew { kept = try kept.begunAnew() }
        let tutoring = Tutoring(of: kept.world, progress: kept.progress)
        let windows = kept.windows(tutoring)
        defer { windows?.close(isAnew: attempts.isAnotherWanted) }
        return try run(
          in: kept.world, as: kept.setting, besides: windows, tutoring, attempts: attempts)
      }
    case .fault(let fault):
      let failure = Failure(fault, at: place.path)
      guard file == nil, fault.isOfPlace else { throw failure }
      StandardStream.error.say("\(failure), so this world lasts as long as its window; see --world")
      return try runInMemory(as: setting, isAttended: isAttended)
    case .left(let status): return status
    }
  }

  /// In a world that lasts as long as the window. Where nobody looks at tasks none are read.
  private func runInMemory(
    as setting: Setting, isAttended: Bool
  ) throws(Failure) -> Failure.Status? {
    let isAsked = if case .given = setting.tasks { true } else { isAttended }
    let set = isAsked ? try setting.tasks.set(in: setting.chosenScenario) : nil
    let attempts = Attempts()
    return try attempts.run { () throws(Failure) in
      let lab = try setting.lab()
      let progress = set?.progress(in: lab)
      defer { progress?.end() }
      return try run(
        in: lab, as: setting, besides: nil, Tutoring(of: lab, progress: progress),
        attempts: attempts)
    }
  }

  private func run(
    in lab: World, as setting: Setting, besides windows: WorldWindows?, _ tutoring: Tutoring,
    attempts: Attempts
  ) throws(Failure) -> Failure.Status? {
    let journalFile = try keeping.journalFile()
    journalFile?.follow(lab.journal)
    let folder = lab.workstation.folder
    if let files = setting.files { try lab.load(HostFolder(path: files).files()) }
    let seat = lab.workstation.seat()
    let session = seat.openWindow()
    if hasTutor, script.isAttended {
      tutoring.attend(
        session, opening: attempts.opening + tutoring.greeting,
        restart: attempts.restart(keeping, isKept: windows != nil))
    }
    return try keeping.run(
      session, as: script, journalFile: journalFile,
      clockRuns: setting.clock == nil, header: setting.header,
      leaving: {
        seat.closeWindow()
        if !attempts.isAnotherWanted { windows?.linger() }
      },
      files: { lab.files(in: folder) })
  }
}
