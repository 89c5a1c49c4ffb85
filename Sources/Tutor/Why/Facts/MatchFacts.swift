import Appliance
import Authority
import Lab
import PKI
import Time

extension FactFinder {
  /// Which key belongs to which certificate.
  static let match = FactFinder("match.failure") { scene in
    let names = scene.arguments(of: "pki", "match")
    guard names.count == 2, let keyFile = scene.files.named(names[0]),
      let file = scene.files.named(names[1]), let key = keyFile.held?.privateKey,
      let certificates = file.held?.certificates, let certificate = certificates.first
    else { return Findings() }
    return Match(
      scene: scene, keyFile: keyFile, key: key, file: file, certificate: certificate
    ).findings(among: certificates)
  }
}

/// A key and a certificate that do not belong together.
struct Match {
  let scene: Scene
  let keyFile: LabFile
  let key: PrivateKey
  let file: LabFile
  let certificate: Certificate

  func findings(among certificates: [Certificate]) -> Findings {
    var findings = unseen
    findings += order(among: certificates)
    findings += belongings
    findings += owners
    findings += history
    findings += differences
    findings.commands += scene.inspect(file.name)
    return findings
  }

  /// The certificate that counts, where others in front of it may not be read.
  private var counted: String {
    unseen.facts.isEmpty ? "The 1st certificate" : "The first certificate that is read"
  }

  /// What an appliance does not see in the bundle: it may be the one that is meant.
  private var unseen: Findings {
    var findings = Findings(Damage.facts(of: file, in: scene.files))
    if !findings.facts.isEmpty, lost != nil {
      findings.facts.append("That of \(Written.name(keyFile.name)) is among what is not read.")
    }
    return findings
  }

  /// A bundle counts by its first certificate.
  private func order(among certificates: [Certificate]) -> Findings {
    guard let place = certificates.dropFirst().prefix(99).firstIndex(where: { $0.matches(key) })
    else { return Findings() }
    return Findings(
      [
        "\(scene.files.shown(file)) is in the wrong order: its 1st certificate\(unseen.facts.isEmpty ? "" : " that is read"), which counts, is for "
          + "\(scene.files.holder(certificate, in: file))\(certificate.isAuthority ? " (a CA)" : ""); the one of "
          + "\(Written.name(keyFile.name)) is its \(Written.ordinal(place + 1))."
      ])
  }

  /// Whether the certificate of the key is in some file, though not as the one that counts.
  private var isHidden: Bool {
    scene.files.holding { $0.certificates.contains { $0.matches(key) } }.first != nil
      || lost != nil
  }

  /// The certificate of the key in this file, which is not read.
  private var lost: Certificate? {
    FileParts(file.contents, held: file.held).unread.first { $0.matches(key) }
  }

  /// What the key belongs to.
  private var belongings: Findings {
    let requests = scene.files.holding { $0.request?.matches(key) ?? false }
    let certificates = scene.files.holding { $0.certificates.first?.matches(key) ?? false }
    let name = scene.files.shown(keyFile)
    var findings = Findings()
    if !requests.isEmpty || !certificates.isEmpty {
      findings.facts.append(
        "\(name) belongs to \(Written.list((requests + certificates).map(scene.files.shown), most: 4))."
      )
    } else if !isHidden {
      findings.facts.append("No request and no certificate in this lab is for \(name).")
    }
    // The one of the key's name, else the one with the least in it.
    let stem = keyFile.name.stem
    let own = certificates.filter(scene.files.isOwn).min {
      $0.rank(beside: stem) < $1.rank(beside: stem)
    }
    if let own {
      findings.commands = Written.command("pki", "match", keyFile.name, own.name)
    }
    if certificates.isEmpty, !isHidden, let request = requests.first {
      findings.facts.append(
        "No file in this lab has a certificate for \(scene.files.shown(request)): the CA has not signed "
          + "it yet, or what it had signed was overwritten.")
    } else if requests.isEmpty, !certificates.isEmpty,
      certificates.allSatisfy({ $0.held?.certificates.first.map { $0.namesIssuer($0) } ?? false })
    {
      findings.facts.append(
        "There is no request for \(name): pki csr makes one, and a new key with it.")
    }
    return findings
  }

  /// What the certificate belongs to.
  private var owners: Findings {
    let keys = scene.files.holding { $0.privateKey.map { certificate.matches($0) } ?? false }
    let requests = scene.files.holding { $0.request.map { certificate.hasKey(of: $0) } ?? false }
    let name = scene.files.shown(file)
    var findings = Findings()
    if let first = keys.first {
      findings.facts.append(
        "\(counted) of \(name), for \(scene.files.holder(certificate, in: file)), belongs to the key "
          + "\(Written.list(keys.map(scene.files.shown), most: 4)).")
      if scene.files.isOwn(first) {
        findings.commands = Written.command("pki", "match", first.name, file.name)
      } else if isOfAnotherServer {
        findings.facts.append("It is another server's certificate, whose key stays where it is.")
      } else if let there = scene.files.named(first.name) {
        findings.facts.append(kept(there, beside: first))
      } else if let way = scene.files.way(of: first) {
        findings.facts.append("To bring that key here: \(way).")
      }
    } else if let locked = locked.first, !certificate.isAuthority {
      let names = Written.list(self.locked.map(scene.files.shown), most: 3)
      let isOne = self.locked.count == 1
      findings.facts.append(
        "No key that can be read belongs to \(counted.prefix(1).lowercased() + counted.dropFirst()) of "
          + "\(name), for \(scene.files.holder(certificate, in: file)). \(names) "
          + "\(isOne ? "is" : "are") protected by a password, so nobody can tell whether it is "
          + "\(isOne ? "that one" : "one of those").")
      if scene.files.isOwn(locked), locked.held?.hasEncryptedPrivateKey ?? false {
        findings.commands = Written.command("pki", "unlock", locked.name)
      }
    } else if !certificate.isAuthority {
      findings.facts.append(
        "The key of \(counted.prefix(1).lowercased() + counted.dropFirst()) of \(name), for \(scene.files.holder(certificate, in: file)), is nowhere "
          + "in this lab.")
    }
    if !requests.isEmpty, keys.isEmpty {
      findings.facts.append(
        "That certificate was made from \(Written.list(requests.map(scene.files.shown), most: 3)).")
    }
    return findings
  }

  /// Names that the key's request asks for and the certificate does not have, or the other way round.
  private var differences: Findings {
    let request = scene.files.own.first { $0.held?.request?.matches(key) ?? false }
    guard let request, let held = request.held?.request, !certificate.isAuthority else {
      return Findings()
    }
    return Findings(
      NameDifference.facts(
        held, named: scene.files.shown(request), certificate, named: scene.files.shown(file)))
  }

  /// Whether the certificate has the name of another appliance and not that of this one.
  var isOfAnotherServer: Bool {
    let names = Set(certificate.listedNames.map { $0.lowercased() })
    let isNamed = scene.files.world.applianceNames.mapValues { all in
      all.first.map { names.contains($0.lowercased()) } ?? false
    }
    return isNamed[scene.files.host] == false && isNamed.values.contains(true)
  }
}
