import Appliance
import Authority
import Lab
import PKI

/// Chains that are in several files, or in none that is to be trusted.
extension Verify {
  /// Whether the issuer only has the name of an authority that is in the bundles: whoever signed is
  /// somebody else, whose certificate is not to be brought here.
  func isImpostor(_ last: Certificate, _ pool: [Certificate]) -> Bool {
    guard pool.contains(where: { last.callsIssuer($0) && !last.isSigned(by: $0) }),
      !last.isIssued(by: scene.world.authority.certificate)
    else { return false }
    // What the web server has is an authority's of the lab: then that in the bundles is the impostor.
    return !Suppliers(scene.files).suppliers(of: last).1.contains {
      if case .web = $0.place { true } else { false }
    }
  }

  /// Who signed it in place of the authority of that name.
  func impostor(above last: Certificate) -> Findings {
    let (_, suppliers) = Suppliers(scene.files).suppliers(of: last)
    let issuer = Written.issuer(last)
    let own = scene.world.authority.certificate
    var facts = [
      suppliers.isEmpty
        ? "No file in this lab has a certificate with the key that did: it was altered, or is from "
          + "another CA of the name."
        : "The one with the key that did is in \(Written.list(suppliers.map(scene.files.shown), most: 3))."
    ]
    guard last.callsIssuer(own), !last.isSigned(by: own) else { return Findings(facts) }
    facts.append(
      "The lab's CA is called \(issuer), too, and did not issue \(scene.files.holder(last)): it has to "
        + "be signed by that one.")
    return Findings(
      facts,
      remedy: "Have the lab's CA sign the request with certreq; its certificate stays where it is.")
  }

  /// That the certificates above are in several files, where no bundle has all.
  func several(_ climb: Climb) -> Findings {
    let above = climb.links.dropFirst() + Suppliers(scene.files).chain(above: climb.top)
    guard above.count > 1, let root = above.last, root.namesIssuer(root) else { return Findings() }
    let names = above.map { scene.files.holder($0) }
    return Findings([
      "The certificates of \(Written.list(names)) are all needed: in one file, or in two on one line, "
        + "that with the root last, as in pki verify \(Written.name(file.name)) <issuing CAs> <root>."
    ])
  }

  /// A line with two files of this machine, the issuing authorities' and the root's, with which it would
  /// be verified.
  var pair: [String] {
    let files = scene.files.own.filter { other in
      other.isUsual && other.name != file.name && other.isWhole
        && !(other.held?.certificates.isEmpty ?? true)
    }.prefix(40)
    let climb = Climb(from: leaf, over: files.flatMap { $0.held?.certificates ?? [] })
    guard case .root = climb.end, climb.links.count > 2 else { return [] }
    guard let links = smallest(of: Array(files), with: Array(climb.links.dropFirst().dropLast())),
      let anchors = smallest(of: Array(files), with: [climb.top])
    else { return [] }
    return Written.command("pki", "verify", file.name, links.name, anchors.name)
      .filter(scene.serves)
  }

  /// The file with the least in it that has all of these certificates.
  private func smallest(of files: [LabFile], with wanted: [Certificate]) -> LabFile? {
    let whole = files.filter { file in
      let held = Set((file.held?.certificates ?? []).map(\.der))
      return wanted.allSatisfy { held.contains($0.der) }
    }
    return whole.min { left, right in
      let counts = (left.held?.certificates.count ?? 0, right.held?.certificates.count ?? 0)
      return counts.0 < counts.1
    }
  }
}
