import PKI

extension Certificate {
  /// Whether the last byte of the binary form ends a line, as of one in 128: what is joined to it
  /// begins a line then, and the appliance reads that where a scenario says that it does not.
  var endsLine: Bool { [0x0A, 0x0D].contains(der.last) }

  /// How often another one is issued instead. Serial numbers differ by chance; where they do not, as
  /// in a replay, there is no use in more.
  static let mostTries = 8
}

extension FaultRun {
  /// Renews the certificate in that file, wherever it ends a line in binary form; what the lab's
  /// authorities did not issue stays.
  mutating func renewIfEndingLine(_ name: String, by action: Fault.Action) {
    let isEnding = shelves.contains { (try? $0.file(name).certificates.first)?.endsLine == true }
    guard isEnding else { return }
    try? renew(action, files: [name]) { (run, old) throws(WorldError) in
      var new = old
      for _ in 0..<Certificate.mostTries where new.endsLine {
        new = try run.authorities.renew(old, now: run.now)
      }
      return new
    }
  }
}
