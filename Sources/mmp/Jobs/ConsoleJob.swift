import Appliance
import Journal
import Lab
import MMPShell
import Transcripts

/// `mmp console`: the MMP prompt of one appliance, as `admin`.
struct ConsoleJob: Job {
  /// The appliance's host name.
  var host = "cms1a"
  var setting = Setting()
  var keeping = Keeping()
  var script = Script()

  func run() throws(Failure) -> Failure.Status? {
    let journalFile = try keeping.journalFile()
    let appliance = try appliance()
    journalFile?.follow(appliance.journal)
    let visit = appliance.frontDoor.console()
    return try keeping.run(
      visit.session(), as: script, journalFile: journalFile, clockRuns: setting.clock == nil,
      header: header, leaving: visit.end, files: { appliance.files })
  }

  /// The lab's appliance of that name in a scenario, else a new one; with its files.
  private func appliance() throws(Failure) -> Appliance {
    let appliance = try setting.scenario == nil ? newAppliance() : labAppliance()
    if let files = setting.files { try appliance.load(HostFolder(path: files)) }
    return appliance
  }

  private func newAppliance() -> Appliance {
    let now = setting.clock.now
    let journal = Journal(clock: HostClock.milliseconds, labClock: { Int64(now()) })
    let appliance = Appliance(
      hostname: host, release: setting.release.release, journal: journal, now: now)
    appliance.keepLog()
    return appliance
  }

  private func labAppliance() throws(Failure) -> Appliance {
    guard let appliance = try setting.lab().appliance(named: host) else {
      throw Failure(.unreadable, "the lab has no appliance \(host)")
    }
    return appliance
  }

  /// The header of a transcript, in `file`, that is to be replayed on the same appliance.
  private func header(in file: HostFile) throws(Failure) -> TranscriptHeader {
    var header = setting.header(in: file)
    // The lab has an appliance of that name, with files; the console was that of a new one.
    if setting.scenario == nil, let twin = try setting.lab().appliance(named: host),
      !twin.files.isEmpty
    {
      header[.scenario] = LabStage.noLab
    }
    return header
  }
}
