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
      var parts: [Certificate] = []
      for part in facts.parts {
        parts += try present(part, on: machine).certificates(by: rules)
      }
      try bundle.check(parts, anyOrder: facts.anyOrder)
    }
    if facts.isLinked { try bundle.checkLinks(facts) }
    return "\(file.label) is the bundle that is wanted."
  }

  /// An appliance has to read all of it, and there has to be nothing else in it. What it passes over
  /// by itself, such as text in lines of their own, does no harm.
  private static func checkParts(of file: SeenFile) throws(Mismatch) {
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

  private static func name(_ certificate: Certificate) -> String {
    Shown.plain(certificate.commonName ?? "a certificate without a name")
  }

  /// That they are those, and no other.
  func check(_ parts: [Certificate], anyOrder: Bool) throws(Mismatch) {
    let wanted = parts.map(\.der)
    var left = certificates.map(\.der)
    for (part, der) in zip(parts, wanted) {
      guard let index = left.firstIndex(of: der) else {
        throw Mismatch("The certificate of \(Self.name(part)) is missing in \(label).")
      }
      left.remove(at: index)
    }
    if let extra = left.first, let other = certificates.last(where: { $0.der == extra }) {
      throw Mismatch(
        "The certificate of \(Self.name(other)) is in \(label), and does not belong there.")
    }
    guard !anyOrder else { return }
    for (index, (part, found)) in zip(parts, certificates).enumerated() {
      guard part.der != found.der else { continue }
      throw Mismatch(
        "The order in \(label) is wrong: number \(index + 1) is the certificate of "
          + "\(Self.name(found)), and has to be that of \(Self.name(part)).")
    }
  }

  /// That each is signed by the next, and the last by itself.
  func checkLinks(_ facts: Check.ChainFacts) throws(Mismatch) {
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
          "The order in \(label) is wrong: the certificate of \(Self.name(left[next])), which signed "
            + "that of \(Self.name(last)), has to follow it.")
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
      "\(label) has no certificate behind that of \(Self.name(certificate)) that signed it: "
        + "\(issuer) \(isThere ? "is there in another place or with another key" : "is missing").")
  }
}
