import PKI

extension Certificate {
  /// Whether the last byte of the binary form ends a line, as of one in 128: what is joined to it
  /// begins a line then, and the appliance reads that where a scenario says that it does not.
  var endsLine: Bool { [0x0A, 0x0D].contains(der.last) }

  /// One that does not end a line, of those that are made. Serial numbers differ by chance; where they do
  /// not, as in a replay, there is no use in many.
  static func endingNoLine(
    _ make: () throws(WorldError) -> Certificate
  ) throws(WorldError) -> Certificate {
    var certificate = try make()
    for _ in 1..<mostTries where certificate.endsLine { certificate = try make() }
    return certificate
  }

  private static let mostTries = 8
}

extension FaultRun {
  /// Renews the certificate in that file, wherever it ends a line in binary form; what the lab's
  /// authorities did not issue stays.
  mutating func renewIfEndingLine(_ name: String, by action: Fault.Action) {
    let isEnding = shelves.contains { (try? $0.file(name).certificates.first)?.endsLine == true }
    guard isEnding else { return }
    try? renew(action, files: [name]) { (run, old) throws(WorldError) in
      guard old.endsLine else { return old }
      return try Certificate.endingNoLine { () throws(WorldError) in
        try run.authorities.renew(old, now: run.now)
      }
    }
  }
}
