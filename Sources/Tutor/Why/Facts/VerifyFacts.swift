import Appliance
import PKI
import Time

extension FactFinder {
  /// Where the way from a certificate to a root breaks, and what would mend it.
  static let verify = FactFinder("verify.failure") { scene in
    let names = scene.arguments(of: "pki", "verify")
    guard (2...3).contains(names.count), let file = scene.files.named(names[0]) else {
      return Findings()
    }
    let bundles = names.dropFirst().compactMap(scene.files.named)
    guard bundles.count == names.count - 1, let leaf = file.held?.certificates.first else {
      return Findings(["A file has changed since, or is too large to look into."])
    }
    let search = Verify(scene: scene, file: file, leaf: leaf, bundles: bundles)
    var findings = Findings()
    for bundle in bundles { findings.facts += Damage.facts(of: bundle, in: scene.files) }
    findings += search.findings
    return findings
  }
}

/// A certificate that was not verified.
struct Verify {
  let scene: Scene
  let file: LabFile
  let leaf: Certificate
  let bundles: [LabFile]

  private var pool: [Certificate] { bundles.flatMap { $0.held?.certificates ?? [] } }
  var bundleNames: String { Written.list(bundles.map(scene.files.shown)) }

  var findings: Findings {
    var findings = Findings()
    let pool = self.pool
    let climb = Climb(from: leaf, over: pool)
    let swapped = swapped(pool)
    let bundle = bundle
    let trials = bundle.isEmpty ? pair : bundle
    findings += swapped
    findings += dates(climb, pool, isMended: !trials.isEmpty)
    findings += namesake(climb, pool)
    if case .ring = climb.end { findings += ring(climb) }
    var isImpostor = false
    if case .missing = climb.end {
      isImpostor = self.isImpostor(climb.top, pool)
      findings += gap(above: climb.top, pool)
      // A bundle with all of them says it better.
      if !isImpostor, bundle.isEmpty { findings += several(climb) }
    }
    findings += authorities(climb)
    if case .root = climb.end { findings += anchored(climb) }
    if findings.facts.isEmpty {
      findings.facts.append(
        "By signatures the chain is \(Written.list(climb.links.map { scene.files.holder($0) })); what is wrong "
          + "with it is \(Written.plain(scene.incident["reason"] ?? "something else", 80)).")
    }
    if swapped.again == nil, !isImpostor { findings.commands += trials }
    findings.commands += scene.inspect(file.name)
    return findings
  }

  /// The bundle's file may have been given first.
  private func swapped(_ pool: [Certificate]) -> Findings {
    guard let below = pool.first, leaf.namesIssuer(leaf), !below.namesIssuer(below),
      below.isIssued(by: leaf), bundles.count == 1
    else {
      guard let below = file.held?.certificates.dropFirst().first, below.isIssued(by: leaf) else {
        return Findings()
      }
      return Findings([
        "\(scene.files.shown(file)) is in the wrong order: its 1st certificate is that of the CA "
          + "\(scene.files.holder(leaf))."
      ])
    }
    return Findings(
      [
        "\(scene.files.shown(file)) holds the CA that signed \(bundleNames): the certificate comes "
          + "first, then the bundle."
      ], again: Written.command("pki", "verify", bundles[0].name, file.name).first)
  }

  private func gap(above last: Certificate, _ pool: [Certificate]) -> Findings {
    if last.namesIssuer(last) {
      return Findings([
        "\(scene.files.holder(last)) names itself as its issuer, but did not sign itself."
      ])
    }
    var findings = Findings()
    let issuer = Written.issuer(last)
    findings.facts.append(
      "\(scene.files.holder(last)) was issued by \(issuer); \(bundleNames) has no certificate of that "
        + "issuer, only of \(held(pool)).")
    if pool.contains(where: last.callsIssuer) {
      findings.facts[0] =
        "\(bundleNames) has a certificate of the same name, \(issuer), but with another key: that did "
        + "not sign \(scene.files.holder(last))."
    }
    if isImpostor(last, pool) {
      findings += impostor(above: last)
      return findings
    }
    if let rest = file.held?.certificates.dropFirst(), rest.contains(where: last.isIssued) {
      findings.facts.append(
        "\(scene.files.shown(file)) has it, but of the file that is verified only the 1st certificate "
          + "counts: links come from the bundles.")
    }
    findings += Suppliers(scene.files).findings(for: last, beside: pool)
    return findings
  }

  private func held(_ pool: [Certificate]) -> String {
    var names: [String] = []
    for name in pool.prefix(100).map({ scene.files.holder($0) }) where !names.contains(name) {
      names.append(name)
    }
    return Written.list(names, most: 4)
  }

  private func authorities(_ climb: Climb) -> Findings {
    guard let liar = climb.links.dropFirst().first(where: { !$0.isAuthority }) else {
      return Findings()
    }
    return Findings(["\(scene.files.holder(liar)) signed another one, but is no CA (CA:FALSE)."])
  }

  /// With three files only the last one's roots count.
  private func anchored(_ climb: Climb) -> Findings {
    guard let anchors = bundles.last?.held?.certificates, let name = bundles.last?.name,
      !anchors.contains(where: { $0.der == climb.top.der })
    else { return Findings() }
    if climb.links.count == 1 {
      return Findings([
        "\(scene.files.holder(leaf)) signed itself, and \(Written.name(name)) does not have it."
      ])
    }
    let names = [file.name] + bundles.reversed().map(\.name)
    let turned = names.compactMap(Written.word)
    let command = "pki verify \(turned.joined(separator: " "))"
    let serves = bundles.count == 2 && turned.count == 3 && scene.serves(command)
    return Findings(
      [
        "The root \(scene.files.holder(climb.top)) is not in \(Written.name(name)), which alone counts; "
          + "the file before it only lends links."
          + (serves ? " The other way round it would be verified." : "")
      ], try: serves ? [command] : [])
  }

  /// A bundle of this machine with which it would be verified.
  private var bundle: [String] {
    guard let appliance = scene.appliance else { return [] }
    let bundles = scene.files.own.filter { other in
      other.name != file.name && (self.bundles.count > 1 || self.bundles[0].name != other.name)
        && other.held?.certificates.contains { $0.namesIssuer($0) && $0.der != leaf.der } ?? false
    }
    // Whole files first; of these a root alone says more than a bundle of all.
    let fewest = bundles.map { ($0.isWhole ? 0 : 1, $0.held?.certificates.count ?? 0, $0) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    let good = fewest.prefix(8).first { bundle in
      (try? appliance.verify(certificate: file.name, anchors: bundle.name)) != nil
    }
    return good.map { Written.command("pki", "verify", file.name, $0.name) } ?? []
  }
}
