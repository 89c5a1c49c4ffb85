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

  @OptionGroup var keeping: KeepingOptions

  func run() throws {
    do throws(Failure) {
      let lab = try World.built(
        try world.scenario(), release: options.release, clock: options.clock)
      let journalFile = try keeping.journal.opened()
      journalFile?.follow(lab.journal)
      let folder = lab.workstation.folder
      if let files = options.files { try lab.load(HostFolder(path: files).files()) }
      try keeping.run(
        lab.windowSession(), journalFile: journalFile, clockRuns: options.clock == nil,
        header: { world.header(options, in: $0) },
        leaving: lab.closeWindow, files: { lab.files(in: folder) })
    } catch {
      throw error.reported()
    }
  }
}
