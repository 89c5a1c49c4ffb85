import Appliance
import Console
import Lab
import Store
import Tutor
import Windows
import Workstation

/// `mmp lab`: PC1's command window, with the whole lab behind it.
struct LabJob: Job {
  var setting = Setting(tasks: .usual)
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
    // What cannot be had leaves no file behind either.
    let files = try setting.files.map { (path) throws(Failure) in
      try HostFolder(path: path).filesForPC1()
    }
    func run(_ stay: Stay) throws(Failure) -> Failure.Status? {
      try self.run(stay, with: files ?? [])
    }
    let isAttended = script.commands == nil && StandardStream.input.isTerminal
    let place = WorldPlace.chosen(
      file, isFresh: isFresh, isOwn: isAttended, scenario: setting.scenario, command: "mmp lab")
    guard let place else { return try runInMemory(as: setting, isAttended: isAttended, run) }
    let begun = try setting.begun(aheadOf: place)
    let entry = WorldEntry(
      place: place, machine: .workstation, setting: setting, keeping: keeping, script: script,
      hasTutor: hasTutor)
    switch try entry.enter() {
    case .file(let state):
      return try Stay.each(in: state, at: place, as: begun, attempts, run)
    case .fault(let fault):
      let failure = Failure(fault, at: place.path)
      guard file == nil, fault.isOfPlace else { throw failure }
      StandardStream.error.say("\(failure), so this world lasts as long as its window; see --world")
      return try runInMemory(as: setting, isAttended: isAttended, run)
    case .left(let status): return status
    }
  }

  /// In a world that lasts as long as the window. Where nobody looks at tasks none are read.
  private func runInMemory(
    as setting: Setting, isAttended: Bool, _ run: (Stay) throws(Failure) -> Failure.Status?
  ) throws(Failure) -> Failure.Status? {
    let isAsked = if case .given = setting.tasks { true } else { isAttended }
    let tasks = isAsked ? try setting.tasks.planned(in: setting.chosenScenario) : nil
    return try Stay.each(
      as: setting, with: tasks, isAttended: hasTutor && script.isAttended, attempts, run)
  }

  private var attempts: Attempts {
    Attempts(isRecorded: keeping.record != nil, isAttended: script.isAttended)
  }

  private func run(
    _ stay: Stay, with files: [FileStore.File]
  ) throws(Failure) -> Failure.Status? {
    let (lab, setting, attempts) = (stay.world, stay.setting, stay.attempts)
    let journalFile = try keeping.journalFile()
    journalFile?.follow(lab.journal)
    let folder = lab.workstation.folder
    try lab.load(files)
    let seat = lab.workstation.seat()
    let session = seat.openWindow()
    if hasTutor, script.isAttended, let tutoring = stay.tutoring {
      tutoring.attend(
        session, opening: attempts.opening + tutoring.greeting,
        restart: attempts.restart(isKept: stay.isKept))
    }
    return try keeping.run(
      session, as: script, journalFile: journalFile,
      clockRuns: setting.clock == nil, header: setting.header,
      leaving: {
        seat.closeWindow()
        stay.linger()
      },
      files: { lab.files(in: folder) })
  }
}
