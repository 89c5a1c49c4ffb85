import PKI
import Time

/// Makes the files that are there when the trainee arrives.
final class Workshop {
  /// The authorities that issue for it.
  let authorities: LabAuthorities

  private let identities: [String: Description.Identity]
  private let now: UnixTime
  /// So that a request is signed once, for itself and for its certificate.
  private var requests: [String: CertificateRequest] = [:]
  /// So that a certificate that lies in two places is the same in both.
  private var certificates: [String: Certificate] = [:]

  /// A workshop at that time.
  init(_ description: Description, now: UnixTime) throws(WorldError) {
    self.now = now
    identities = description.identities
    authorities = try LabAuthorities(description.authority, now: now) {
      (name) throws(WorldError) in try Self.key(name)
    }
  }

  /// The bytes of a file; `others` are those of the same place, which it may join.
  func bytes(of recipe: FileRecipe, among others: [FileRecipe]) throws(WorldError) -> [UInt8] {
    var bytes = try contents(of: recipe, among: others)
    if recipe.endsLine == false {
      while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
    }
    return bytes + Array((recipe.end ?? "").utf8)
  }

  private func contents(
    of recipe: FileRecipe, among others: [FileRecipe]
  ) throws(WorldError) -> [UInt8] {
    if let name = recipe.key {
      let key = try Self.key(name)
      guard let password = recipe.password else { return key.pem }
      return key.pem(password: password)
    }
    if let name = recipe.csr { return try request(of: name, with: recipe.with).pem }
    if let name = recipe.certificate {
      return encoded(try certificate(of: name, as: recipe), as: recipe)
    }
    if let name = recipe.authority {
      return encoded(try authorities.certificate(of: name), as: recipe)
    }
    if let names = recipe.join { return try joined(names, as: recipe, among: others) }
    if let text = recipe.text { return Array(text.utf8) }
    throw WorldError("\(recipe.file): nothing says what it holds")
  }

  private func encoded(_ certificate: Certificate, as recipe: FileRecipe) -> [UInt8] {
    if recipe.form == .der { return certificate.der }
    if recipe.lineEnds == .lf { return certificate.pem }
    return WindowsPEM.encode(certificate.der, label: "CERTIFICATE")
  }

  private func joined(
    _ names: [String], as recipe: FileRecipe, among others: [FileRecipe]
  ) throws(WorldError) -> [UInt8] {
    var parts: [[UInt8]] = []
    for name in names {
      // What joins others cannot be joined itself, so that no file can be part of itself.
      guard let part = others.first(where: { $0.file == name && $0.join == nil }) else {
        throw WorldError("\(recipe.file): there is no file \(name) to join")
      }
      parts.append(try bytes(of: part, among: others))
    }
    return Array(parts.joined(separator: Array((recipe.between ?? "").utf8)))
  }

  private func certificate(
    of name: String, as recipe: FileRecipe
  ) throws(WorldError) -> Certificate {
    let days = recipe.days.map(String.init) ?? ""
    let made = "\(name) \(recipe.with ?? "") \(recipe.issuer ?? "") \(recipe.from ?? 0) \(days)"
    if let certificate = certificates[made] { return certificate }
    // The trainee's requests get the numbers behind these.
    let certificate = try authorities.issue(
      try request(of: name, with: recipe.with), by: recipe.issuer,
      at: now + .days(recipe.from ?? 0), days: recipe.days,
      number: 5 + UInt32(certificates.count))
    certificates[made] = certificate
    return certificate
  }

  /// As `pki csr` would have made it: the common name is the first alternative name too.
  private func request(
    of name: String, with keyName: String?
  ) throws(WorldError) -> CertificateRequest {
    let made = "\(name) \(keyName ?? "")"
    if let request = requests[made] { return request }
    guard let identity = identities[name] else { throw WorldError("there is no identity \(name)") }
    let names = identity.san.map { [identity.cn] + $0 } ?? []
    let key = try Self.key(keyName ?? name)
    do throws(OpenSSLError) {
      let request = try CertificateRequest(
        subject: DistinguishedName([(.commonName, identity.cn)]),
        alternativeNames: names.compactMap { AlternativeName($0) },
        key: key)
      requests[made] = request
      return request
    } catch {
      throw WorldError("\(name): \(error)")
    }
  }

  private static func key(_ name: String) throws(WorldError) -> PrivateKey {
    guard let key = ReadyKeys.key(named: name) else { throw WorldError("there is no key \(name)") }
    return key
  }
}
