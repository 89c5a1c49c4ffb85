import Console
import Lab
import Workstation

/// `mmp lab`: PC1's command window, with the whole lab behind it.
struct LabJob: Job {
  var setting = Setting()
  var keeping = Keeping()
  var script = Script()

  func run() throws(Failure) -> Failure.Status? {
    let lab = try setting.lab()
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
