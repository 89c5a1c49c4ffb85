import ArgumentParser
import FoundationEssentials
import Lab
import MMPShell

/// `mmp fidelity`: what the appliance and the lab say and do, and how it is known.
struct FidelityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fidelity", abstract: "Show every message and rule with its grade and source.")

  /// How the ledger is written.
  enum Form: String, EnumerableFlag {
    case table, json
    case fidelityPage, errorsPage

    static func help(for form: Form) -> ArgumentHelp? {
      switch form {
      case .table: "A table."
      case .json: "JSON."
      case .fidelityPage: "The page docs/fidelity.md."
      case .errorsPage: "The page docs/errors.md."
      }
    }
  }

  @Flag var form = Form.table

  func run() throws {
    let ledger = Ledger.lab
    switch form {
    case .table: try write(ledger.table)
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try write(String(decoding: try encoder.encode(ledger.entries), as: UTF8.self) + "\n")
    case .fidelityPage: try write(ledger.fidelityPage)
    case .errorsPage: try write(ledger.errorsPage)
    }
  }

  private func write(_ text: String) throws {
    do throws(Failure) {
      try StandardStream.output.print(text)
    } catch {
      throw error.reported()
    }
  }
}
