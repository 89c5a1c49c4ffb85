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

  @OptionGroup var keeping: KeepingOptions

  func run() throws {
    do throws(Failure) {
      let journalFile = try keeping.journal.opened()
      let appliance = try world.appliance(options)
      journalFile?.follow(appliance.journal)
      let visit = appliance.frontDoor.console()
      try keeping.run(
        visit.session(), journalFile: journalFile, clockRuns: options.clock == nil,
        header: { (file) throws(Failure) in try world.header(options, ofConsoleIn: file) },
        leaving: visit.end, files: { appliance.files })
    } catch {
      throw error.reported()
    }
  }
}
