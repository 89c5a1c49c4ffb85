import Authority
import Lab
import PKI

/// Who has the certificates that are missing above another one.
struct Suppliers {
  private let files: LabFiles

  init(_ files: LabFiles) { self.files = files }

  /// What is missing above `last`, step by step, and which files have it.
  ///
  /// - Parameter pool: what is there already, and not missing.
  func findings(for last: Certificate, beside pool: [Certificate]) -> Findings {
    var facts: [String] = []
    var last = last
    var brought: LabFile?
    for _ in 0..<4 {
      let (found, suppliers) = self.suppliers(of: last)
      guard let found else {
        facts += absence(of: last)
        break
      }
      if !pool.contains(where: { $0.der == found.der }) {
        facts.append(
          "The certificate of \(Written.issuer(last)) is in "
            + "\(Written.list(suppliers.map(files.shown), most: 3)).")
        let isBrought = brought?.held?.certificates.contains { $0.der == found.der } ?? false
        if !isBrought, let first = suppliers.first, let way = files.way(of: first) {
          facts.append("To get it here: \(way).")
          brought = first
        }
      }
      if found.namesIssuer(found) { break }
      last = found
    }
    return Findings(facts)
  }

  /// The certificates above `last`, as far as files of the lab have them.
  func chain(above last: Certificate) -> [Certificate] {
    var chain: [Certificate] = []
    var top = last
    while chain.count < 4, !top.namesIssuer(top), let next = suppliers(of: top).0 {
      chain.append(next)
      top = next
    }
    return chain
  }

  /// What is said of an issuer that no file has of which an appliance reads all.
  private func absence(of last: Certificate) -> [String] {
    let issuer = Written.issuer(last)
    if let damaged = damagedSupplier(of: last) {
      return [
        "The certificate of \(issuer) is only in \(files.shown(damaged)), which is damaged: an "
          + "appliance does not take that file."
      ]
    }
    if let namesake = namesake(of: last) {
      return [
        "\(files.shown(namesake)) has a certificate of the name \(issuer), but its key did not sign "
          + "\(files.holder(last)): that was altered, or is from another CA of the name."
      ]
    }
    let own = files.world.authority.certificate
    return ["No file in this lab has the certificate of \(issuer)."]
      + (!last.isIssued(by: own) && own.commonName != last.issuerCommonName
        ? ["The lab's CA is \(files.holder(own)): it did not issue \(files.holder(last))."] : [])
  }

  /// The certificate that signed `last`, and the files that have it, the handiest first.
  func suppliers(of last: Certificate) -> (Certificate?, [LabFile]) {
    // What an appliance does not read supplies nothing.
    let (found, suppliers) = holders(of: last) { !$0.isDamaged }
    // Whole files first, those that are here in front; of these one of that certificate alone is
    // handier than a bundle of many.
    let order = suppliers.enumerated().map { place, file in
      let rank = (file.isWhole ? 0 : 2) + (files.isOwn(file) ? 0 : 1)
      return (file: file, rank: rank, count: count(file), place: place)
    }.sorted { ($0.rank, $0.count, $0.place) < ($1.rank, $1.count, $1.place) }
    return (found, order.map(\.file))
  }

  /// A file with the certificate that signed `last`, though an appliance refuses that file.
  func damagedSupplier(of last: Certificate) -> LabFile? {
    holders(of: last, \.isDamaged).1.first
  }

  /// The certificate that signed `last`, and the files of a kind that have it.
  private func holders(
    of last: Certificate, _ isWanted: (PKIFile) -> Bool
  ) -> (Certificate?, [LabFile]) {
    var found: Certificate?
    var tried: [Certificate] = []
    let holders = files.all.filter { file in
      guard let held = file.held, isWanted(held) else { return false }
      return held.certificates.contains { candidate in
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
    return (found, holders)
  }

  /// A file with a certificate of the issuer's name that did not sign `last`.
  func namesake(of last: Certificate) -> LabFile? {
    files.all.first { $0.held?.certificates.contains(where: last.callsIssuer) ?? false }
  }

  private func count(_ file: LabFile) -> Int { file.held?.certificates.count ?? 0 }
}

extension Certificate {
  /// Whether another one has the name of its issuer: the whole of it, or the common name that is shown.
  func callsIssuer(_ other: Certificate) -> Bool {
    namesIssuer(other) || issuerCommonName != nil && issuerCommonName == other.commonName
  }
}
