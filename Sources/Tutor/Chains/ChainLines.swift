import Lab
import PKI
import Time
import Workstation

/// The picture of a file with certificates.
struct ChainLines {
  let parts: FileParts
  let file: LabFile
  let files: LabFiles
  let page: Page
  let now: UnixTime
  /// The part that signed each part, by its number; itself for a root.
  let signers: [Int?]

  init(_ parts: FileParts, of file: LabFile, in files: LabFiles, page: Page) {
    self.parts = parts
    self.file = file
    self.files = files
    self.page = page
    now = files.world.workstation.now()
    signers = Self.signers(parts.parts.map(\.certificate))
  }

  /// Signatures that are checked at most.
  private static let most = 120

  private static func signers(_ certificates: [Certificate?]) -> [Int?] {
    var left = most
    return certificates.enumerated().map { index, certificate in
      guard let certificate else { return nil }
      // The next one first: that is where it should be.
      let order =
        (certificate.namesIssuer(certificate) ? [index] : [index + 1, index])
        .filter(certificates.indices.contains)
        + certificates.indices.filter { $0 != index && $0 != index + 1 }
      return order.first { other in
        guard left > 0, let issuer = certificates[other], certificate.namesIssuer(issuer) else {
          return false
        }
        left -= 1
        return certificate.isSigned(by: issuer)
      }
    }
  }

  var lines: [String] {
    let count = parts.parts.filter { $0.certificate != nil }.count + parts.more
    var lines = page.wrapped(
      "\(Written.name(file.name)): \(Written.count(count, "certificate"))"
        + (parts.isBinary ? ", in binary form (DER)" : ""))
    for index in parts.parts.indices { lines += self.lines(at: index) }
    if parts.more > 0 { lines += page.wrapped("... and \(parts.more) more") }
    if let behind = parts.behind {
      let words = parts.losesBehind ? behind : "\(behind), which is passed over"
      lines += page.wrapped("Behind the last one: \(words)", indent: "  ")
    }
    for text in parts.lost { lines += page.wrapped(text, first: "! ", indent: "  ") }
    return lines + summary.flatMap { page.wrapped($0) }
  }

  /// The certificate behind a part, whatever else is between them; nil behind the last.
  func next(_ index: Int) -> Int? {
    parts.parts.indices.dropFirst(index + 1).first { parts.parts[$0].certificate != nil }
  }

  /// The parts that signed each other in a ring, of which this is one; empty if it is in none.
  func ring(at index: Int) -> [Int] {
    var ring = [index]
    while let last = ring.last, let signer = signers[last], signer != last {
      if signer == index { return ring.sorted() }
      if ring.contains(signer) { return [] }
      ring.append(signer)
    }
    return []
  }

  /// Whether a part and the one behind it belong together in that order.
  func isLinked(_ index: Int) -> Bool {
    index >= 0 && index + 1 < parts.parts.count && signers[index] == index + 1
  }

  private func lines(at index: Int) -> [String] {
    let part = parts.parts[index]
    let (above, below) = (isLinked(index - 1), isLinked(index))
    let corner =
      page.ascii
      ? (above || below ? "+" : "-")
      : above && below ? "├" : below ? "┌" : above ? "└" : "─"
    let rail = below ? (page.ascii ? "|" : "│") : " "
    let number = index < 9 ? " \(index + 1)" : "\(index + 1)"
    guard let certificate = part.certificate else {
      return page.wrapped(
        Written.name(part.label) + Self.nature(of: part), first: "\(corner)\(number)  ",
        indent: "\(rail)    ")
        + part.faults.flatMap { page.wrapped($0, first: "\(rail)    ! ", indent: "\(rail)      ") }
        + part.notes.flatMap { page.wrapped($0, first: "\(rail)    ", indent: "\(rail)      ") }
    }
    var lines = page.wrapped(
      Written.holder(certificate) + (certificate.isAuthority ? " (CA)" : ""),
      first: "\(corner)\(number)  ", indent: "\(rail)    ")
    for text in problems(of: part, certificate, at: index) {
      lines += page.wrapped(text, first: "\(rail)    ! ", indent: "\(rail)      ")
    }
    for text in part.notes + facts(of: certificate, at: index) {
      lines += page.wrapped(text, first: "\(rail)    ", indent: "\(rail)      ")
    }
    return lines
  }

  private static func nature(of part: FileParts.Part) -> String {
    if part.label.hasSuffix("PRIVATE KEY") {
      return ": whoever gets a file of certificates must not get a key with it"
    }
    return part.label.hasSuffix("CERTIFICATE") ? " that cannot be read" : ", no certificate"
  }

  private func facts(of certificate: Certificate, at index: Int) -> [String] {
    var facts: [String] = []
    if Dates.fact(certificate, at: now) == nil {
      facts.append("valid \(Dates.span(certificate))")
    }
    let names = certificate.listedNames
    if !certificate.isAuthority, !names.isEmpty {
      facts.append("names: \(Written.list(names.map(Written.name), most: 12))")
    }
    if let signer = signers[index] {
      let itself = certificate.isAuthority ? "signed by itself: a root" : "signed by itself, no CA"
      facts.append(signer == index ? itself : "signed by \(signer + 1)")
    }
    return facts
  }
}
