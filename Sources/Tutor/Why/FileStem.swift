import PKI

extension StringProtocol {
  /// What stands in front of the first dot: what a key, its request and its certificate share.
  var stem: String { String(prefix { $0 != "." }) }

  /// What stands in front of the first dot or hyphen, as in `cms1a-fullchain.cer`.
  var shortStem: String { String(prefix { $0 != "." && $0 != "-" }) }
}

extension LabFile {
  /// The less, the handier beside a file of that stem: those of its name first, then those with the
  /// least in them.
  func rank(beside stem: String?) -> Int {
    (name.stem == stem ? 0 : 1_000) + (held?.certificates.count ?? 0)
  }
}
