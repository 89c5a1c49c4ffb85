import Ledger

extension Ledger {
  /// The ledger of the MMP.
  public static let mmp = Ledger(messages: MMPMessages.messages, rules: Rule.all)
}
