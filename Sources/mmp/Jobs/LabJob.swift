import Console
import Lab
import Store
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

  func run() throws(Failure) -> Failure.Status? {
    let isAttended = script.commands == nil && StandardStream.input.isTerminal
    let place = WorldPlace.chosen(
      file, isFresh: isFresh, isOwn: isAttended, scenario: setting.scenario, command: "mmp lab")
    guard let place else { return try run(in: try setting.lab(), as: setting) }
    // A scenario that is none leaves no file behind.
    _ = try setting.chosenScenario
    let state: StateFile
    do throws(StoreFault) {
      state = try place.opened()
    } catch {
      // Here a further window finds that another one has the world.
      let failure = Failure(error, at: place.path)
      guard file == nil, error.isOfPlace else { throw failure }
      StandardStream.error.say("\(failure), so this world lasts as long as its window; see --world")
      return try run(in: try setting.lab(), as: setting)
    }
    let kept = try KeptWorld(in: state, at: place, as: setting)
    defer { kept.close() }
    return try run(in: kept.world, as: kept.setting)
  }

  private func run(in lab: World, as setting: Setting) throws(Failure) -> Failure.Status? {
    let journalFile = try keeping.journalFile()
    journalFile?.follow(lab.journal)
    let folder = lab.workstation.folder
    if let files = setting.files { try lab.load(HostFolder(path: files).files()) }
    let seat = lab.workstation.seat()
    return try keeping.run(
      seat.openWindow(), as: script, journalFile: journalFile,
      clockRuns: setting.clock == nil, header: setting.header, leaving: seat.closeWindow,
      files: { lab.files(in: folder) })
  }
}
