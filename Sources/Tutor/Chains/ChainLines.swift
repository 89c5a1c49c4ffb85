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

  private func problems(
    of part: FileParts.Part, _ certificate: Certificate, at index: Int
  ) -> [String] {
    var problems = part.faults
    if let fact = Dates.fact(certificate, at: now) { problems.append(fact) }
    let before = parts.parts[..<index]
    if let twin = before.firstIndex(where: { $0.certificate?.der == certificate.der }) {
      problems.append("the same as \(twin + 1)")
    } else if let twin = before.firstIndex(where: {
      $0.certificate.map { $0.subjectText == certificate.subjectText && $0.hasKey(of: certificate) }
        ?? false
    }) {
      problems.append("the same name and key as \(twin + 1), with other dates or content")
    }
    if let signer = signers[index] {
      // Of doubles the last is followed by the issuer.
      let isBehindDoubles =
        signer > index
        && (index + 1..<signer).allSatisfy {
          parts.parts[$0].certificate?.der == certificate.der
        }
      if signer != index, !isBehindDoubles {
        problems.append("its issuer is \(signer + 1), not the one behind it: wrong order")
      }
      if let issuer = parts.parts[signer].certificate, signer != index, !issuer.isAuthority {
        problems.append("signed by \(signer + 1), which is no CA")
      }
    } else {
      problems += missing(above: certificate)
    }
    if index == 0 { problems += names(of: certificate) }
    return problems
  }

  private func missing(above certificate: Certificate) -> [String] {
    let issuer = Written.issuer(certificate)
    if certificate.namesIssuer(certificate), certificate.isAuthority {
      return ["names itself as its issuer, but did not sign itself"]
    }
    var problems = ["signed by \(issuer), which is missing here"]
    if parts.parts.contains(where: { $0.certificate.map(certificate.namesIssuer) ?? false }) {
      problems = [
        "the one of the name \(issuer) here did not sign it: it was altered, or is of another CA"
      ]
    }
    let (_, suppliers) = Suppliers(files).suppliers(of: certificate)
    guard let first = suppliers.first(where: { $0.name != file.name || !files.isOwn($0) }) else {
      return problems + ["no file in this lab has the one that did"]
    }
    problems.append("\(files.shown(first)) has it" + (files.way(of: first).map { ": \($0)" } ?? ""))
    return problems
  }

  /// A server's certificate that does not have the server's name.
  private func names(of certificate: Certificate) -> [String] {
    guard let name = files.world.applianceNames[files.host]?.first,
      file.name.shortStem == files.host,
      !certificate.isAuthority
    else { return [] }
    let names = certificate.listedNames + [certificate.commonName ?? ""]
    return names.contains { $0.lowercased() == name.lowercased() }
      ? [] : ["this machine's name \(name) is not among its names"]
  }
}
