import Authority
import Console

/// One run of `certreq -retrieve`.
struct CertreqRetrieval {
  private let options: CertreqOptions
  private let run: CertreqRun

  init(_ options: CertreqOptions, _ run: CertreqRun) {
    self.options = options
    self.run = run
  }

  /// What can be said without the authority is said first.
  func begin() -> Reply {
    do throws(CertreqFailure) {
      let id = try run.unless(options.files.first.flatMap(Self.number), .badNumber)
      let config = try run.unless(options.config, .cancelled)
      // Without a name the real program asks for one in a window.
      let files = try run.outputs(certificate: nil)
      return run.ask(config, into: files) { (authority, account) throws(Denial) in
        try authority.retrieve(id, account: account)
      }
    } catch {
      return run.end(error)
    }
  }

  /// The number of a request, in decimal digits or, behind `0x`, hexadecimal ones.
  private static func number(_ word: String) -> UInt32? {
    let isHexadecimal = word.lowercased().hasPrefix("0x")
    let digits = isHexadecimal ? word.dropFirst(2) : word[...]
    guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else {
      return nil
    }
    return UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap { $0 == 0 ? nil : $0 }
  }
}
