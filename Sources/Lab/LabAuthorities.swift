import Authority
import PKI
import Synchronization
import Time
import YAML

/// The lab's certificate authorities with their keys.
final class LabAuthorities: Sendable {
  private let description: Description.AuthorityDescription
  /// Those that were needed so far.
  private let issuers: Mutex<[String: Issuer]>
  /// What serial numbers are made of.
  private let random: @Sendable () -> UInt64
  /// Sets up the stranger among them, which few worlds need.
  private let makeOther: @Sendable () throws(WorldError) -> Issuer
  /// When they were set up.
  private let founded: UnixTime
  /// Certificates of another time, so that one that lies in two places is the same in both.
  private let former = Mutex<[String: Certificate]>([:])

  /// The authorities as they were set up some time before `now`, but for those that were kept.
  init(
    _ description: Description.AuthorityDescription, kept: KeptAuthorities = KeptAuthorities(),
    now: UnixTime, random: @escaping @Sendable () -> UInt64,
    key: @escaping @Sendable (String) throws(WorldError) -> PrivateKey
  ) throws(WorldError) {
    self.description = description
    self.random = random
    let founded = now - .days(description.age)
    self.founded = founded
    let directory = DirectoryNames(config: description.config)
    let rootConfig =
      description.tiers > 1 ? "\(description.host)\\\(description.root)" : description.config
    do {
      let rootKey = try kept.key(of: "root", else: key)
      let root = try Issuer.root(
        kept.certificate(of: "root"), rootConfig, key: rootKey, years: description.years,
        founded: founded, random: random)
      var issuers = ["root": root]
      if description.tiers > 1 {
        let key = try kept.key(of: "issuing", else: key)
        issuers["issuing"] = try Issuer(
          kept.certificate(of: "issuing"), key: key, issuers: [root.certificate],
          config: description.config, founded: founded
        ) { (time, days) throws(OpenSSLError) in
          try CertificateAuthority.subordinate(
            named: CertificateAuthority.name(in: directory), key: key,
            issuer: (root.certificate, rootKey), directory: DirectoryNames(config: rootConfig),
            years: description.years, days: days, now: time, random: random)
        }
      }
      self.issuers = Mutex(issuers)
    } catch let error as WorldError {
      throw error
    } catch {
      throw WorldError(at: description.origin, "the authority cannot be set up: \(error)")
    }
    makeOther = { @Sendable () throws(WorldError) in
      let config = #"ca.example.com\Another Root CA"#
      let key = try kept.key(of: "other", else: key)
      do {
        return try Issuer.root(
          kept.certificate(of: "other"), config, key: key, years: description.years,
          founded: founded, random: random)
      } catch {
        throw WorldError(
          at: description.origin, "the other authority cannot be set up: \(error)")
      }
    }
    if kept.certificate(of: "other") != nil {
      _ = try issuer("other", for: description.origin)
    }
  }

  /// Their certificates and keys, as they are kept.
  var files: [WorldContents.File] {
    issuers.withLock { $0 }.sorted { $0.key < $1.key }.flatMap { (name, issuer) in
      [
        WorldContents.File(name: "\(name).cer", contents: issuer.certificate.der),
        WorldContents.File(name: "\(name).key", contents: issuer.key.pem, mode: 0o600),
      ]
    }
  }

  /// The name of the one that signs the trainee's requests.
  private var service: String { description.tiers > 1 ? "issuing" : "root" }

  /// The certificate of an authority, as it was set up or of another time; those of the one that
  /// issues and above it for `chain`.
  ///
  /// - Parameters:
  ///   - from: when another one was issued, in days from `now`.
  ///   - days: how long another one is valid.
  func certificates(
    of name: String, from: Int?, days: Int?, now: UnixTime, for origin: Origin
  ) throws(WorldError) -> [Certificate] {
    if name == "chain" { return try chain(of: nil, for: origin) }
    let issuer = try issuer(name, for: origin)
    guard from != nil || days != nil else { return [issuer.certificate] }
    let time = from.map { now + .days($0) } ?? founded
    let made = "\(name) \(time) \(days ?? 0)"
    if let certificate = former.withLock({ $0[made] }) { return [certificate] }
    do throws(OpenSSLError) {
      let certificate = try issuer.certify(time, days)
      former.withLock { $0[made] = certificate }
      return [certificate]
    } catch {
      throw WorldError(at: origin, "the certificate of \(name) cannot be made: \(error)")
    }
  }

  /// The certificate of an authority, nil for the one that signs the trainee's requests, and those
  /// above it.
  func chain(of name: String?, for origin: Origin) throws(WorldError) -> [Certificate] {
    let issuer = try issuer(name ?? service, for: origin)
    return [issuer.certificate] + issuer.issuers
  }

  /// An authority at work: as the lab's trainees meet it, or as it was when somebody else did.
  ///
  /// - Parameter templates: nil for those the trainees meet.
  func authority(
    _ name: String? = nil, templates: [CertificateTemplate]? = nil, nextRequest: UInt32? = nil,
    for origin: Origin? = nil, now: @escaping @Sendable () -> UnixTime
  ) throws(WorldError) -> CertificateAuthority {
    let issuer = try issuer(name ?? service, for: origin ?? description.origin)
    return CertificateAuthority(
      config: issuer.config, certificate: issuer.certificate, key: issuer.key,
      issuers: issuer.issuers, templates: templates ?? description.publishedTemplates,
      accounts: description.accounts.map { DomainAccount(name: $0.key, password: $0.value) },
      nextRequestID: nextRequest ?? description.nextRequest, random: random, now: now)
  }

  /// Issues a certificate at some other time, when the template wanted no particular key; `origin`
  /// is where it is asked for.
  func issue(
    _ request: CertificateRequest, by name: String?, at time: UnixTime, days: Int?, number: UInt32,
    for origin: Origin
  ) throws(WorldError) -> Certificate {
    let today = description.publishedTemplates[0]
    let template = CertificateTemplate(
      name: today.name, validityDays: days ?? today.validityDays, algorithm: nil)
    let authority = try authority(
      name, templates: [template], nextRequest: number, for: origin, now: { time })
    do throws(Denial) {
      return try authority.submit(request, template: description.template, account: nil).certificate
    } catch {
      throw WorldError(at: origin, "the certificate cannot be issued: \(error.reason)")
    }
  }

  /// Issues a certificate once more, for the same key; see ``Fault/Reissue``.
  func renew(
    _ certificate: Certificate, as reissue: Fault.Reissue = Fault.Reissue(),
    changedBy change: NameChange? = nil, now: UnixTime
  ) throws(WorldError) -> Certificate {
    guard !certificate.isAuthority, let old = CertificateAuthority.span(of: certificate) else {
      throw WorldError("only a server's or client's certificate can be issued once more")
    }
    guard (-Self.mostDays...Self.mostDays).contains(reissue.from ?? 0),
      (1...Self.mostDays).contains(reissue.days ?? 1)
    else { throw WorldError("a certificate cannot be issued or valid for more than a century") }
    let start = reissue.from.map { now + .days($0) } ?? old.notBefore
    let duration = reissue.days.map { .days($0) } ?? old.notAfter - old.notBefore
    let name: String
    if let given = reissue.issuer {
      guard given == "other" || issuers.withLock({ $0[given] != nil }) else {
        throw WorldError("there is no authority \(given)", about: .value(.issuer))
      }
      name = given
    } else {
      name = try nameOfIssuer(of: certificate)
    }
    let authority = try authority(name, now: { now })
    do {
      // The number before those of the trainee's requests.
      return try authority.renew(
        certificate, changedBy: change, template: authority.templates[0],
        span: Validity(from: start, until: start + duration),
        requestID: max(description.nextRequest, 1) - 1)
    } catch {
      throw WorldError("a certificate cannot be issued: \(error)")
    }
  }

  /// A hundred years: in days.
  private static let mostDays = 36_500

  private func nameOfIssuer(of certificate: Certificate) throws(WorldError) -> String {
    for name in ["issuing", "root", "other"] where name != "issuing" || description.tiers > 1 {
      let issuer = try issuer(name, for: description.origin).certificate
      if certificate.isIssued(by: issuer) { return name }
    }
    throw WorldError("no authority of the lab has issued it, so one has to be named")
  }

  private func issuer(_ name: String, for origin: Origin) throws(WorldError) -> Issuer {
    try issuers.withLock { (issuers) throws(WorldError) in
      if let issuer = issuers[name] { return issuer }
      guard name == "other" else { throw WorldError(at: origin, "there is no authority \(name)") }
      let other = try makeOther()
      issuers[name] = other
      return other
    }
  }
}
