import ArgumentParser

/// `mmp fidelity`.
struct FidelityCommand: JobCommand {
  static let configuration = CommandConfiguration(
    commandName: "fidelity", abstract: "Show every message and rule with its grade and source.")

  @Flag var form = FidelityJob.Form.table

  var job: FidelityJob { FidelityJob(form: form) }
}

extension FidelityJob.Form: EnumerableFlag {
  /// The pages are for `make docs`.
  static func help(for form: Self) -> ArgumentHelp? {
    switch form {
    case .table: "A table."
    case .json: "JSON."
    case .fidelityPage: ArgumentHelp("The page docs/fidelity.md.", visibility: .private)
    case .errorsPage: ArgumentHelp("The page docs/errors.md.", visibility: .private)
    }
  }
}
