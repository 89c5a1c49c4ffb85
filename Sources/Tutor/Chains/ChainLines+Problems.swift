import Lab
import PKI

extension ChainLines {
  /// What is wrong with a certificate, by itself and where it stands.
  func problems(
    of part: FileParts.Part, _ certificate: Certificate, at index: Int
  ) -> [String] {
    var problems = part.faults
    if let fact = Dates.fact(certificate, at: now) { problems.append(fact) }
    let before = parts.parts[..<index]
    if let twin = before.firstIndex(where: { $0.certificate?.der == certificate.der }) {
      problems.append("the same as \(twin + 1)")
    } else if let twin = before.firstIndex(where: {
      $0.certificate.map { isTwin($0, of: certificate) } ?? false
    }) {
      problems.append("the same name and key as \(twin + 1), with other dates or content")
    } else if certificate.isAuthority,
      let twin = before.firstIndex(where: {
        $0.certificate.map { $0.isAuthority && $0.subjectText == certificate.subjectText } ?? false
      })
    {
      problems.append("the same name as \(twin + 1), but another key")
    }
    if let signer = signers[index] {
      // Of doubles and twins the last is followed by the issuer.
      let isBehindDoubles =
        signer > index
        && (index + 1..<signer).allSatisfy {
          parts.parts[$0].certificate.map { isTwin($0, of: certificate) } ?? false
        }
      let isDouble = before.contains { $0.certificate?.der == certificate.der }
      let ring = ring(at: index)
      if let first = ring.first, signer < index {
        problems.append(
          ring.count == 2
            ? "signed by \(signer + 1), which it signed itself: neither is a root"
            : "signed by \(signer + 1): from \(first + 1) on they signed each other, without a root"
        )
      } else if signer != index, signer != next(index), !isBehindDoubles, !isDouble {
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

  /// Whether two certificates have one name and one key.
  func isTwin(_ one: Certificate, of other: Certificate) -> Bool {
    one.subjectText == other.subjectText && one.hasKey(of: other)
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
      let damaged = Suppliers(files).damagedSupplier(of: certificate)
      return problems + [
        damaged.map { "only \(files.shown($0)) has the one that did, and that file is damaged" }
          ?? "no file in this lab has the one that did"
      ]
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
