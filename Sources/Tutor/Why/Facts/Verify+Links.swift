import Appliance
import Lab
import PKI
import Time

/// The links between a certificate and a root.
extension Verify {
  /// Which of them is not valid, and which one would be.
  ///
  /// - Parameter isMended: whether a bundle is there with which the certificate would be verified.
  func dates(_ climb: Climb, _ pool: [Certificate], isMended: Bool) -> Findings {
    var facts: [String] = []
    // Up to 2.9 the first that fits counts, so its twins are looked at too.
    for link in climb.links {
      let twins = pool.filter { $0 !== link && $0.hasKey(of: link) && $0.der != link.der }
      guard let fact = Dates.fact(link, called: scene.files.holder(link), at: scene.now) else {
        continue
      }
      facts.append(fact)
      let valid = twins.filter { Dates.fact($0, at: scene.now) == nil }
      if valid.isEmpty {
        let others = scene.files.holding { held in
          held.certificates.contains {
            $0.hasKey(of: link) && $0.subjectText == link.subjectText
              && Dates.fact($0, at: scene.now) == nil
          }
        }.filter(\.isWhole).sorted {
          $0.held?.certificates.count ?? 0 < $1.held?.certificates.count ?? 0
        }
        if !others.isEmpty {
          facts.append(
            "One of \(scene.files.holder(link)) with the same key that is valid is in "
              + "\(Written.list(others.map(scene.files.shown), most: 3)).")
        } else if !isMended {
          facts.append("No bundle mends that: \(scene.files.holder(link)) has to be signed anew.")
        }
      }
      for twin in valid.prefix(2) {
        facts.append(
          "\(bundleNames) has \(scene.files.holder(link)) twice, with one key: the other one is valid "
            + "\(Dates.span(twin)), but this release takes the first that fits.")
      }
    }
    return Findings(facts.isEmpty ? outdated : facts)
  }

  /// Those that are not valid among the bundles, where the appliance came upon one of them though there
  /// is a better way up.
  private var outdated: [String] {
    guard ["9", "10"].contains(scene.incident["code"]) else { return [] }
    var facts: [String] = []
    for bundle in bundles.reversed() {
      for certificate in (bundle.held?.certificates ?? []).prefix(40) where facts.count < 2 {
        guard
          let fact = Dates.fact(
            certificate, called: scene.files.holder(certificate), at: scene.now)
        else { continue }
        facts.append("In \(scene.files.shown(bundle)) \(fact)")
      }
    }
    return facts
  }

  /// Of several of one name an appliance takes the first, whatever its key.
  func namesake(_ climb: Climb, _ pool: [Certificate]) -> Findings {
    guard scene.incident["code"] == "7", let depth = scene.incident["depth"].flatMap({ Int($0) }),
      climb.links.indices.contains(depth + 1)
    else { return Findings() }
    let (link, signer) = (climb.links[depth], climb.links[depth + 1])
    let named = pool.filter(link.namesIssuer)
    guard let place = named.firstIndex(where: { $0.der == signer.der }), place > 0 else {
      return Findings()
    }
    // Later releases look for one that is valid now, and in an order of their own.
    let isFirst = scene.appliance?.release.verificationRules == .openSSL1_0_2
    return Findings([
      "\(bundleNames) has several certificates of the name \(Written.issuer(link)), with different "
        + "keys. An appliance takes \(isFirst ? "the first" : "one") that fits by name, and that one did "
        + "not sign \(scene.files.holder(link)): the \(Written.ordinal(place + 1)) of them did"
        + (isFirst ? ", and has to stand in front." : "; leave the others out.")
    ])
  }

  /// Certificates that signed each other.
  func ring(_ climb: Climb) -> Findings {
    let top = climb.top
    let names = climb.links.drop { !top.isIssued(by: $0) }.map { scene.files.holder($0) }
    return Findings([
      "\(Written.list(names)) signed each other: none of them is a root, so the chain never ends."
    ])
  }
}
