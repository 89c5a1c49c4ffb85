import PKI
import Words

extension Look {
  /// That a file has certificates and nothing else, as the facts want them: they are compared by what
  /// they are, not by how they are written down.
  func chain(
    _ name: String, on machine: String, has facts: Check.ChainFacts
  ) throws(Mismatch) -> String {
    let file = try present(name, on: machine)
    let bundle = Bundle(label: file.label, certificates: try file.certificates(by: rules))
    try Self.checkParts(of: file)
    if !facts.parts.isEmpty {
      var parts: [Bundle.Part] = []
      for part in facts.parts {
        let file = try present(part, on: machine)
        let certificates = try file.certificates(by: rules)
        for (index, certificate) in certificates.enumerated() {
          let place = certificates.count == 1 ? "" : "number \(index + 1) "
          parts.append(Bundle.Part(certificate: certificate, words: "\(place)in \(file.label)"))
        }
      }
      try bundle.check(parts, anyOrder: facts.anyOrder)
    }
    if facts.isLinked { try bundle.checkLinks(facts) }
    return "\(file.label) is the bundle that is wanted."
  }

  /// An appliance has to read all of it, and there has to be nothing else in it. What it passes over
  /// by itself, such as text in lines of their own, does no harm.
  static func checkParts(of file: SeenFile) throws(Mismatch) {
    let elements = try file.file
    guard elements.elements.count == elements.certificates.count else {
      throw Mismatch("\(file.label) holds something else than certificates.")
    }
    if let fault = FileParts(file.contents, held: elements, most: .max).fault {
      throw Mismatch("In \(file.label) \(fault).")
    }
  }
}

/// The certificates of a file, and what it is called.
private struct Bundle {
  let label: String
  let certificates: [Certificate]

  /// A certificate that is wanted, and where it stands: several may have one name.
  struct Part {
    let certificate: Certificate
    let words: String
  }

  /// The common name; another one that it alone has, where it shares that with others.
  private func name(_ certificate: Certificate, among parts: [Part] = []) -> String {
    let others = (certificates + parts.map(\.certificate)).filter { $0.der != certificate.der }
    let names = [certificate.commonName].compactMap(\.self) + certificate.listedNames
    let own = names.first { name in
      !others.contains { $0.commonName == name || $0.listedNames.contains(name) }
    }
    return Shown.plain(own ?? names.first ?? "a certificate without a name")
  }

  /// That they are those, and no other.
  func check(_ parts: [Part], anyOrder: Bool) throws(Mismatch) {
    var left = certificates.map(\.der)
    for part in parts {
      guard let index = left.firstIndex(of: part.certificate.der) else {
        throw Mismatch("The certificate \(part.words) is missing in \(label).")
      }
      left.remove(at: index)
    }
    if let extra = left.first, let index = certificates.lastIndex(where: { $0.der == extra }) {
      if let part = parts.first(where: { $0.certificate.der == extra }) {
        throw Mismatch(
          "The certificate \(part.words) is in \(label) more often than it belongs there.")
      }
      throw Mismatch(
        "Number \(index + 1) in \(label) is a certificate of "
          + "\(name(certificates[index], among: parts)), and does not belong there.")
    }
    guard !anyOrder else { return }
    for (index, (part, found)) in zip(parts, certificates).enumerated() {
      guard part.certificate.der != found.der,
        let other = parts.first(where: { $0.certificate.der == found.der })
      else { continue }
      throw Mismatch(
        "The order in \(label) is wrong: number \(index + 1) is the certificate \(other.words), "
          + "and has to be the one \(part.words).")
    }
  }

  /// That each is signed by the next, and the last by itself. None may be there twice: one that signed
  /// itself would link with whatever follows it.
  func checkLinks(_ facts: Check.ChainFacts) throws(Mismatch) {
    for (index, certificate) in certificates.enumerated() {
      guard let first = certificates.firstIndex(where: { $0.der == certificate.der }),
        first < index
      else { continue }
      throw Mismatch(
        "Number \(index + 1) in \(label) is the same certificate as number \(first + 1).")
    }
    var chain = [certificates[0]]
    var left = Array(certificates.dropFirst())
    if facts.anyOrder, let first = start {
      chain = [certificates[first]]
      left = certificates
      left.remove(at: first)
    }
    while let last = chain.last, !left.isEmpty {
      guard let next = left.firstIndex(where: last.isIssued) else { throw missingIssuer(of: last) }
      guard facts.anyOrder || next == 0 else {
        throw Mismatch(
          "The order in \(label) is wrong: the certificate of \(name(left[next])), which signed "
            + "that of \(name(last)), has to follow it.")
      }
      chain.append(left.remove(at: next))
    }
    guard facts.isComplete, let last = chain.last, !last.isIssued(by: last) else { return }
    throw missingIssuer(of: last)
  }

  /// The first that has signed no other.
  private var start: Int? {
    certificates.indices.first { index in
      !certificates.indices.contains { other in
        other != index && certificates[other].isIssued(by: certificates[index])
      }
    }
  }

  private func missingIssuer(of certificate: Certificate) -> Mismatch {
    let issuer = Shown.plain(certificate.issuerCommonName ?? "an issuer without a name")
    let isThere = certificates.contains {
      $0 !== certificate && $0.commonName == certificate.issuerCommonName
    }
    return Mismatch(
      "\(label) has no certificate behind that of \(name(certificate)) that signed it: "
        + "\(issuer) \(isThere ? "is there in another place or with another key" : "is missing").")
  }
}
