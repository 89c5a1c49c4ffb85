public import Journal
public import PKI
import Synchronization
public import Time

/// A Microsoft enterprise certificate authority (AD CS), as far as certreq can tell.
///
/// Several sessions may share it: a lock guards the counter, and is not held while it signs.
public final class CertificateAuthority: Sendable {
  /// What `certreq -config` calls it: `host\CA name`.
  public let config: String
  /// Its certificate.
  public let certificate: Certificate
  /// Who certified it, from its issuer up to the root; empty if it is a root itself.
  public let issuers: [Certificate]
  /// The templates it publishes.
  public let templates: [CertificateTemplate]

  let key: PrivateKey
  let directory: DirectoryNames
  /// The accounts it knows.
  package let accounts: [DomainAccount]
  let serialNumber: SerialNumber
  private let now: @Sendable () -> UnixTime
  let random: @Sendable () -> UInt64
  private let book: Mutex<RequestBook>

  /// An authority in service.
  ///
  /// - Parameters:
  ///   - key: the private half of `certificate`'s key.
  ///   - directory: where it publishes; by default, what `config` says.
  ///   - nextRequestID: the number the next request gets. A lab's authority has issued before.
  ///   - serialPrefix: the first byte of all its serial numbers.
  ///   - random: eight bytes of every serial number.
  public init(
    config: String, certificate: Certificate, key: PrivateKey, issuers: [Certificate] = [],
    directory: DirectoryNames? = nil, templates: [CertificateTemplate], accounts: [DomainAccount],
    nextRequestID: UInt32 = 1, serialPrefix: UInt8 = 0x44,
    random: @escaping @Sendable () -> UInt64 = { .random(in: 0 ... .max) },
    now: @escaping @Sendable () -> UnixTime
  ) {
    self.config = config
    self.certificate = certificate
    self.key = key
    self.issuers = issuers
    self.directory = directory ?? DirectoryNames(config: config)
    self.templates = templates
    self.accounts = accounts
    serialNumber = SerialNumber(prefix: serialPrefix)
    self.random = random
    self.now = now
    book = Mutex(RequestBook(next: nextRequestID))
  }

  /// Decides on a request.
  ///
  /// - Parameters:
  ///   - template: the name in the request's attributes, if there is one.
  ///   - account: who asks; nil for the user logged on at the domain's workstation, who is known
  ///     without a password and may enroll for every template.
  ///   - presence: where and by whom it is asked; nil for what was issued before anything happened.
  /// - Throws: why there is no certificate. Unless the account was refused, the request has taken a
  ///   number all the same.
  public func submit(
    _ request: CertificateRequest, template: String?, account: DomainAccount?,
    by presence: Presence? = nil
  ) throws(Denial) -> Issued {
    let tell = { (kind: Event.Kind) in
      presence?.journal.record(kind, at: self.host, by: presence?.actor)
    }
    do throws(Denial) {
      let issued = try decide(request, template: template, account: account, by: presence) { id in
        tell(.submitted(request: id, template: template))
      }
      tell(.issued(request: issued.requestID))
      return issued
    } catch {
      tell(.denied(request: error.requestID, reason: error.reason.name))
      throw error
    }
  }

  /// Fetches again what became of a request. Nothing is decided anew, so it is no event.
  ///
  /// - Parameter account: as for ``submit(_:template:account:by:)``; whose request it was does not
  ///   count.
  /// - Throws: why there is no certificate, in the words of then for a request that was denied.
  public func retrieve(_ id: UInt32, account: DomainAccount?) throws(Denial) -> Issued {
    guard account.map(isKnown) ?? true else {
      throw Denial(reason: .accessDenied, requestID: nil)
    }
    switch book.withLock({ $0.outcome(of: id) }) {
    case .issued(let issued): return issued
    case .denied(let reason): throw Denial(reason: reason, requestID: id)
    case nil: throw Denial(reason: .unknownRequest, requestID: nil)
    }
  }

  /// What it has issued, the oldest first, as far as it remembers.
  public var issuedCertificates: [Certificate] { book.withLock { $0.issued } }

  /// Takes up what became of requests, the oldest first, before anybody asks for anything. Their
  /// numbers are taken.
  public func takeUp(_ requests: [KeptRequest]) {
    let chain = [certificate] + issuers
    book.withLock { book in
      for request in requests {
        book.skip(to: request.id)
        guard let outcome = RequestBook.Outcome(request, chain: chain) else { continue }
        book.enter(outcome, for: request.id)
      }
    }
  }

  /// The machine it runs on.
  private var host: String { String(config.prefix { $0 != "\\" }) }

  private func decide(
    _ request: CertificateRequest, template: String?, account: DomainAccount?,
    by presence: Presence?, taken: (UInt32) -> Void
  ) throws(Denial) -> Issued {
    guard account.map(isKnown) ?? true else {
      throw Denial(reason: .accessDenied, requestID: nil)
    }
    let id = book.withLock { $0.takeNumber() }
    taken(id)
    let enter = { (outcome: RequestBook.Outcome) in
      let kept = KeptRequest(
        id: id, template: template, who: account?.name ?? presence?.actor?.user,
        outcome: outcome.kept)
      self.book.withLock { book in
        presence?.journal.owe([.request(kept)], of: self.host)
        book.enter(outcome, for: id)
      }
    }
    do throws(Denial.Reason) {
      let application = Application(
        request: request, authority: certificate, templateName: template,
        template: templates.first { isSame($0.name, template ?? "") }, account: account)
      let issued = try issue(application, as: id)
      enter(.issued(issued))
      return issued
    } catch {
      enter(.denied(error))
      throw Denial(reason: error, requestID: id)
    }
  }

  private func issue(
    _ application: Application, as id: UInt32
  ) throws(Denial.Reason) -> Issued {
    let failure = RequestCheck.firstFailure(of: application)
    guard failure == nil, let template = application.template else {
      throw .refused(by: failure ?? .template, template: application.templateName)
    }
    do {
      let issued = try Certificate(
        for: application.request, plan: plan(for: template, requestID: id), issuer: certificate,
        key: key)
      return Issued(requestID: id, certificate: issued, chain: [certificate] + issuers)
    } catch {
      throw .failed(error)
    }
  }

  private func plan(for template: CertificateTemplate, requestID: UInt32) -> CertificatePlan {
    let time = now()
    let end = Validity(from: time, days: template.validityDays).notAfter
    let span = Validity(from: time - Self.backdating, until: end)
    return CertificatePlan(
      serialNumber: serialNumber.bytes(requestID: requestID, random: random()),
      validity: span.ending(by: certificate.validity?.notAfter),
      extensions: TemplateExtensions.list(for: template, directory: directory))
  }

  /// How far back certificates start, for clients whose clocks are late.
  package static let backdating: UnixTime = 600

  /// Account names are the same in any case; passwords are not.
  private func isKnown(_ account: DomainAccount) -> Bool {
    accounts.contains { isSame($0.name, account.name) && $0.password == account.password }
  }

  private func isSame(_ left: String, _ right: String) -> Bool {
    left.lowercased() == right.lowercased()
  }
}
