import Appliance
import Console
import Journal
import Lab
import MMPShell
import Store
import Transcripts
import Tutor
import Windows

/// `mmp console`: the MMP prompt of one appliance, as `admin`.
struct ConsoleJob: Job {
  /// The appliance's host name.
  var host = "cms1a"
  var setting = Setting()
  var keeping = Keeping()
  var script = Script()

  /// A file that keeps the world; nil for none.
  var file: String?
  /// Whether the kept world is begun anew.
  var isFresh = false
  /// Whether the lab speaks to a person.
  var hasTutor = true

  func run() throws(Failure) -> Failure.Status? {
    let setting = try setting.suitingTasks()
    let place = WorldPlace.chosen(
      file, isFresh: isFresh, isOwn: false, scenario: setting.scenario, command: "mmp console")
    guard let place else {
      return try runInMemory(as: setting)
    }
    let begun = try setting.begun(aheadOf: place)
    let entry = WorldEntry(
      place: place, machine: .appliance(host), setting: setting, keeping: keeping, script: script,
      hasTutor: hasTutor)
    switch try entry.enter() {
    case .file(let state):
      return try Stay.each(in: state, at: place, as: begun, attempts, run)
    case .fault(let fault): throw Failure(fault, at: place.path)
    case .left(let status): return status
    }
  }

  /// With a machine that lasts as long as the window: one of the lab where that is asked for.
  private func runInMemory(as setting: Setting) throws(Failure) -> Failure.Status? {
    let tasks = try setting.tasks.planned(in: setting.chosenScenario)
    guard setting.scenario != nil || tasks != nil else {
      let appliance = newAppliance()
      return try run(on: appliance, as: setting) { session in
        Tutoring(around: appliance).attend(
          session,
          restart: .refused("There is no lab here that could begin anew; exit, and start again."))
      }
    }
    return try Stay.each(
      as: setting, with: tasks, isAttended: hasTutor && script.isAttended, attempts, run)
  }

  private var attempts: Attempts {
    Attempts(isRecorded: keeping.record != nil, isAttended: script.isAttended)
  }

  /// At the appliance of a lab, which says unasked only that it has begun anew.
  private func run(_ stay: Stay) throws(Failure) -> Failure.Status? {
    try run(on: appliance(in: stay.world), as: stay.setting, leaving: stay.linger) { session in
      stay.tutoring?.attend(
        session, opening: stay.attempts.opening,
        restart: stay.attempts.restart(isKept: stay.isKept))
    }
  }

  /// - Parameters:
  ///   - leaving: what belongs to the end of the session.
  ///   - attended: told of the session if a person types at it to whom the lab speaks.
  private func run(
    on appliance: Appliance, as setting: Setting, leaving: () -> Void = {},
    attended: (Session) -> Void
  ) throws(Failure) -> Failure.Status? {
    let journalFile = try keeping.journalFile()
    if let files = setting.files { try appliance.load(HostFolder(path: files)) }
    journalFile?.follow(appliance.journal)
    let visit = appliance.frontDoor.console()
    let session = visit.session()
    if hasTutor, script.isAttended { attended(session) }
    return try keeping.run(
      session, as: script, journalFile: journalFile, clockRuns: setting.clock == nil,
      header: header,
      leaving: {
        visit.end()
        leaving()
      },
      files: { appliance.files })
  }

  private func newAppliance() -> Appliance {
    let now = setting.clock.now
    let journal = Journal(clock: HostClock.milliseconds, labClock: { Int64(now()) })
    let appliance = Appliance(
      hostname: host, release: setting.release.release, journal: journal, now: now)
    appliance.keepLog()
    return appliance
  }

  private func appliance(in lab: World) throws(Failure) -> Appliance {
    guard let appliance = lab.appliance(named: host) else {
      throw Failure(.unreadable, "the lab has no appliance \(host)")
    }
    return appliance
  }

  /// The header of a transcript, in `file`, that is to be replayed on the same appliance.
  private func header(in file: HostFile) throws(Failure) -> TranscriptHeader {
    var header = setting.header(in: file)
    // The lab has an appliance of that name, with files; the console was that of a new one.
    if setting.scenario == nil, self.file == nil,
      let twin = try setting.lab().appliance(named: host), !twin.files.isEmpty
    {
      header[.scenario] = LabStage.noLab
    }
    return header
  }
}
