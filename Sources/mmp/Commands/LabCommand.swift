import ArgumentParser
import Console
import Lab
import Workstation

/// `mmp lab`: PC1's command window, with the whole lab behind it.
struct LabCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lab", abstract: "Open PC1's command window in the lab of the page.",
    discussion: """
      From PC1, psftp and ssh lead to the appliances, certreq to the certificate authority, wget \
      to the web server. --files and --save mean PC1's folder; --host means nothing here.
      """)

  @OptionGroup var options: ApplianceOptions

  @OptionGroup var world: ScenarioOption

  @Option(help: ArgumentHelp("Write PC1's files to this folder at exit.", valueName: "folder"))
  var save: String?

  @Option(
    help: ArgumentHelp("Write a transcript that mmp test replays to this file.", valueName: "file"))
  var record: String?

  func run() throws {
    do throws(Failure) {
      let lab = try World.built(
        try world.scenario(), release: options.release, clock: options.clock)
      let folder = lab.workstation.folder
      if let files = options.files { try lab.load(HostFolder(path: files).files()) }
      let target = save.map(HostFolder.init)
      try target?.create()
      try record.map(HostFile.init)?.checkWritable()
      let recording = record.map {
        Recording(file: HostFile(path: $0), header: world.header(options))
      }
      let session = Session(lab.commandWindow())
      try LiveSession(session: session, recording: recording).run { () throws(Failure) in
        try target?.save(lab.files(in: folder))
      }
    } catch {
      throw error.reported()
    }
  }
}
