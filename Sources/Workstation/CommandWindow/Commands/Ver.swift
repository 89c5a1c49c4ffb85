import Ledger

extension Builtin {
  static let ver = Builtin("ver", summary: "Displays the Windows version.") { _ in
    Outcome(Output(CmdMessages.versionIs))
  }
}
