import Appliance
import ArgumentParser
import Console
import MMPShell

/// `mmp console`: the MMP prompt of one appliance, as `admin`.
struct ConsoleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "console", abstract: "Open the MMP console of one appliance.")

  @OptionGroup var options: ApplianceOptions

  @Option(
    help: ArgumentHelp("Write the appliance's files to this folder at exit.", valueName: "folder"))
  var save: String?

  func run() throws {
    do throws(Failure) {
      let appliance = try options.appliance()
      let target = save.map(HostFolder.init)
      try target?.create()
      let session = Session(Shell(on: appliance))
      if StandardStream.input.isTerminal {
        TerminalConsole(session: session).run()
      } else {
        PipedConsole(session).run()
      }
      try target?.save(appliance.files)
    } catch {
      throw error.reported()
    }
  }
}
