import Authority
import Lab
import PKI

/// Who has the certificates that are missing above another one.
struct Suppliers {
  private let files: LabFiles

  init(_ files: LabFiles) { self.files = files }

  /// What is missing above `last`, step by step, and which files have it.
  func findings(for last: Certificate) -> Findings {
    var facts: [String] = []
    var last = last
    for _ in 0..<4 {
      let (found, suppliers) = self.suppliers(of: last)
      guard let found else {
        if let namesake = namesake(of: last) {
          facts.append(
            "\(files.shown(namesake)) has a certificate of the name \(Written.issuer(last)), but its "
              + "key did not sign \(Written.holder(last)): that was altered, or is from another CA of "
              + "the name.")
          break
        }
        facts.append("No file in this lab has the certificate of \(Written.issuer(last)).")
        let own = files.world.authority.certificate
        if !last.isIssued(by: own), own.commonName != last.issuerCommonName {
          facts.append(
            "The lab's CA is \(Written.holder(own)): it did not issue \(Written.holder(last)).")
        }
        break
      }
      facts.append(
        "The certificate of \(Written.issuer(last)) is in "
          + "\(Written.list(suppliers.map(files.shown), most: 3)).")
      if let first = suppliers.first, let way = files.way(of: first) {
        facts.append("To get it here: \(way).")
      }
      if found.namesIssuer(found) { break }
      last = found
    }
    return Findings(facts)
  }

  /// The certificate that signed `last`, and the files that have it, the handiest first.
  func suppliers(of last: Certificate) -> (Certificate?, [LabFile]) {
    var found: Certificate?
    var tried: [Certificate] = []
    let suppliers = files.all.filter { file in
      // What an appliance does not read supplies nothing.
      guard let held = file.held, !held.isDamaged else { return false }
      let certificates = held.certificates
      return certificates.contains { candidate in
        if let found { return last.namesIssuer(candidate) && candidate.hasKey(of: found) }
        guard last.namesIssuer(candidate), tried.count < 20,
          !tried.contains(where: { $0.hasKey(of: candidate) })
        else { return false }
        tried.append(candidate)
        guard last.isSigned(by: candidate) else { return false }
        found = candidate
        return true
      }
    }
    // A file of that certificate alone is handier than a bundle of many.
    let order = suppliers.enumerated().sorted { left, right in
      let sizes = (count(left.element), count(right.element))
      return sizes.0 == sizes.1 ? left.offset < right.offset : sizes.0 < sizes.1
    }
    return (found, order.map(\.element))
  }

  /// A file with a certificate of the issuer's name that did not sign `last`.
  func namesake(of last: Certificate) -> LabFile? {
    files.all.first { $0.held?.certificates.contains(where: last.namesIssuer) ?? false }
  }

  private func count(_ file: LabFile) -> Int { file.held?.certificates.count ?? 0 }
}
