import PKI
import Synchronization
import Time
import YAML

/// Makes the files that are there when the trainee arrives.
final class Workshop {
  /// The authorities that issue for it.
  let authorities: LabAuthorities

  private let identities: [String: Description.Identity]
  private let keys: KeyRing
  private let now: UnixTime
  /// What appliances may have from PC1.
  private let workstationFiles: [FileRecipe]
  /// So that a request is signed once, for itself and for its certificate.
  private var requests: [String: CertificateRequest] = [:]
  /// So that a certificate that lies in two places is the same in both.
  private var certificates: [String: Certificate] = [:]
  /// The bytes made so far.
  private var size = 0

  /// How many bytes all files of a world may have together. A few lines can join a file to itself
  /// often enough to take all memory there is.
  private static let largestWorld = 64 << 20

  /// A workshop at that time; `keys` is where keys come from that are not ready, `random` what serial
  /// numbers are made of.
  init(
    _ description: Description, keys: any KeySource, random: @escaping @Sendable () -> UInt64,
    now: UnixTime
  ) throws(WorldError) {
    self.now = now
    identities = description.identities
    workstationFiles = description.workstation.files
    let ring = KeyRing(source: keys)
    self.keys = ring
    let origin = description.authority.origin
    authorities = try LabAuthorities(description.authority, now: now, random: random) {
      (name) throws(WorldError) in try ring.key(named: name, for: origin)
    }
  }

  /// The bytes of a file; `others` are those of the same place, which it may join.
  func bytes(of recipe: FileRecipe, among others: [FileRecipe]) throws(WorldError) -> [UInt8] {
    var bytes = try contents(of: recipe, among: others)
    if recipe.endsLine == false {
      while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
    }
    bytes += Array((recipe.end ?? "").utf8)
    size += bytes.count
    guard size <= Self.largestWorld else {
      throw WorldError(
        at: recipe.origin, "the world's files have more than \(Self.largestWorld >> 20) MiB with it"
      )
    }
    return bytes
  }

  private func contents(
    of recipe: FileRecipe, among others: [FileRecipe]
  ) throws(WorldError) -> [UInt8] {
    if let name = recipe.key {
      let key = try keys.key(named: name, for: recipe.origin)
      guard let password = recipe.password else { return key.pem }
      return key.pem(password: password)
    }
    if let name = recipe.csr { return try request(of: name, for: recipe).pem }
    if let name = recipe.certificate {
      return encoded(try certificate(of: name, as: recipe), as: recipe)
    }
    if let name = recipe.response { return try response(to: name, as: recipe) }
    if let name = recipe.authority {
      return try authorities.certificates(
        of: name, from: recipe.from, days: recipe.days, now: now, for: recipe.origin
      ).flatMap { encoded($0, as: recipe) }
    }
    if let name = recipe.pc1 { return try workstationFile(name, for: recipe) }
    if let names = recipe.join { return try joined(names, as: recipe, among: others) }
    if let text = recipe.text {
      let bytes = Array(text.utf8)
      return recipe.form == .der ? WindowsPEM.decode(bytes) : bytes
    }
    throw WorldError(at: recipe.origin, "nothing says what it holds")
  }

  private func encoded(_ certificate: Certificate, as recipe: FileRecipe) -> [UInt8] {
    if recipe.form == .der { return certificate.der }
    if recipe.lineEnds == .lf { return certificate.pem }
    return WindowsPEM.encode(certificate.der, label: "CERTIFICATE")
  }

  /// As `certreq` writes it: the certificate and those above it.
  private func response(to name: String, as recipe: FileRecipe) throws(WorldError) -> [UInt8] {
    let certificate = try certificate(of: name, as: recipe)
    let chain = try authorities.chain(of: recipe.issuer, for: recipe.origin)
    do throws(OpenSSLError) {
      return WindowsPEM.encode(
        try CertificateBundle.pkcs7([certificate] + chain), label: "CERTIFICATE")
    } catch {
      throw WorldError(at: recipe.origin, "the answer to \(name) cannot be made: \(error)")
    }
  }

  private func workstationFile(
    _ name: String, for recipe: FileRecipe
  ) throws(WorldError) -> [UInt8] {
    guard let file = workstationFiles.first(where: { $0.file == name }) else {
      throw WorldError(at: recipe.origin, "PC1 has no file \(name)")
    }
    return try bytes(of: file, among: workstationFiles)
  }

  private func joined(
    _ names: [String], as recipe: FileRecipe, among others: [FileRecipe]
  ) throws(WorldError) -> [UInt8] {
    let between = Array((recipe.between ?? "").utf8)
    var bytes: [UInt8] = []
    for (index, name) in names.enumerated() {
      guard let part = others.first(where: { $0.file == name && $0.join == nil }) else {
        throw WorldError(at: recipe.origin, "there is no file \(name) to join")
      }
      if index > 0 { bytes += between }
      bytes += try self.bytes(of: part, among: others)
    }
    return bytes
  }

  private func certificate(
    of name: String, as recipe: FileRecipe
  ) throws(WorldError) -> Certificate {
    let days = recipe.days.map(String.init) ?? ""
    let made = "\(name) \(recipe.with ?? "") \(recipe.issuer ?? "") \(recipe.from ?? 0) \(days)"
    if let certificate = certificates[made] { return certificate }
    let request = try request(of: name, for: recipe)
    let certificate = try Certificate.endingNoLine { () throws(WorldError) in
      // The trainee's requests get the numbers behind these.
      try authorities.issue(
        request, by: recipe.issuer, at: now + .days(recipe.from ?? 0), days: recipe.days,
        number: 5 + UInt32(certificates.count), for: recipe.origin)
    }
    certificates[made] = certificate
    return certificate
  }

  /// As `pki csr` would have made it: the common name is the first alternative name too.
  private func request(
    of name: String, for recipe: FileRecipe
  ) throws(WorldError) -> CertificateRequest {
    let made = "\(name) \(recipe.with ?? "")"
    if let request = requests[made] { return request }
    guard let identity = identities[name] else {
      throw WorldError(at: recipe.origin, "there is no identity \(name)")
    }
    let names = identity.san.map { [identity.cn] + $0 } ?? []
    let key = try keys.key(named: recipe.with ?? name, for: recipe.origin)
    do throws(OpenSSLError) {
      let request = try CertificateRequest(
        subject: DistinguishedName([(.commonName, identity.cn)]),
        alternativeNames: names.compactMap { AlternativeName($0) },
        key: key)
      requests[made] = request
      return request
    } catch {
      throw WorldError(at: recipe.origin, "the request of \(name) cannot be made: \(error)")
    }
  }
}

/// The private keys of a world: ready ones, and new ones for the holders that a scenario brings.
private final class KeyRing: Sendable {
  private let source: any KeySource
  /// So that a holder has one key, wherever it is needed.
  private let made = Mutex<[String: PrivateKey]>([:])

  init(source: any KeySource) { self.source = source }

  /// The key of that name, made if there is none yet; `origin` is where it is asked for.
  func key(named name: String, for origin: Origin) throws(WorldError) -> PrivateKey {
    if let key = ReadyKeys.key(named: name) ?? made.withLock({ $0[name] }) { return key }
    do throws(OpenSSLError) {
      if let key = try source.rsaKey(bits: 2048, progress: { _ in true }) {
        made.withLock { $0[name] = key }
        return key
      }
    } catch {
      throw WorldError(at: origin, "the key of \(name) cannot be made: \(error)")
    }
    throw WorldError(at: origin, "the key of \(name) cannot be made")
  }
}
