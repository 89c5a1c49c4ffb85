import Journal
import Lab
import Ledger
import MMPShell
import Tutor

/// `mmp fidelity`: what the appliance and the lab say and do, and how it is known.
struct FidelityJob: Job {
  /// How the ledger is written.
  enum Form: String, CaseIterable {
    case table, json
    case fidelityPage, errorsPage
  }

  var form = Form.table

  func run() throws(Failure) -> Failure.Status? {
    let ledger = Ledger.lab
    switch form {
    case .table: try StandardStream.output.print(ledger.table)
    case .json: try StandardStream.output.print(ledger.json)
    case .fidelityPage: try StandardStream.output.print(ledger.fidelityPage)
    case .errorsPage: try StandardStream.output.print(ledger.errorsPage)
    }
    return nil
  }
}

extension Ledger {
  /// The entries as an array of objects, their fields in order of name.
  fileprivate var json: String {
    "[\n"
      + entries.map { "  {\n" + $0.json.joined(separator: ",\n") + "\n  }" }
      .joined(separator: ",\n") + "\n]\n"
  }
}

extension Ledger.Entry {
  fileprivate var json: [String] {
    let fields: [(String, String?)] = [
      ("cause", cause), ("grade", grade.rawValue), ("id", id), ("kind", kind),
      ("remedy", remedy), ("source", source), ("text", text),
    ]
    return fields.compactMap { name, value in
      value.map { "    \"\(name)\" : " + JSONText.quoted($0) }
    }
  }
}
