import Ledger

extension Builtin {
  static let ver = Builtin("ver", summary: "Displays the Windows version.") { _ in
    Effect(Output(CmdMessages.versionIs))
  }
}
