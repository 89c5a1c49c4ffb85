import Appliance
import ArgumentParser
import Console
import MMPShell

/// `mmp console`: the MMP prompt of one appliance, as `admin`.
struct ConsoleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "console", abstract: "Open the MMP console of one appliance.")

  @OptionGroup var options: ApplianceOptions

  @OptionGroup var world: ScenarioOption

  @Option(
    help: ArgumentHelp("Write the appliance's files to this folder at exit.", valueName: "folder"))
  var save: String?

  @Option(
    help: ArgumentHelp("Write a transcript that mmp test replays to this file.", valueName: "file"))
  var record: String?

  func run() throws {
    do throws(Failure) {
      let appliance = try world.appliance(options)
      let target = save.map(HostFolder.init)
      try target?.create()
      try record.map(HostFile.init)?.checkWritable()
      let session = Session(Shell(on: appliance))
      let recording = record.map {
        Recording(file: HostFile(path: $0), header: world.header(options))
      }
      try LiveSession(session: session, recording: recording).run { () throws(Failure) in
        try target?.save(appliance.files)
      }
    } catch {
      throw error.reported()
    }
  }
}
