private import COpenSSL
import Time

/// What OpenSSL 1.0.2 asks of a chain once it is complete, in this order: the first answer that does
/// not serve is the verdict.
struct ChainChecks {
  let chain: BuiltChain
  let time: UnixTime

  func run() throws(VerificationFailure) {
    try checkExtensions()
    var names = NameChecks()
    for depth in chain.links.indices.reversed() { try names.check(chain.links, at: depth) }
    try checkSignaturesAndTimes()
  }

  /// Of those that are trusted nothing of this is asked.
  private func checkExtensions() throws(VerificationFailure) {
    // Those so far that are not self-issued.
    var length = 0
    for (depth, link) in chain.links.prefix(chain.untrusted).enumerated() {
      if link.hasUnknownCriticalExtension {
        throw VerificationFailure(.criticalExtension, at: depth)
      }
      if link.isProxy { throw VerificationFailure(.proxy, at: depth) }
      if depth > 0, !link.mayBeAuthority {
        throw VerificationFailure(.invalidAuthority, at: depth)
      }
      if link.isSelfIssued { continue }
      if depth > 1, let limit = link.pathLength, length - 1 > limit {
        throw VerificationFailure(.pathTooLong, at: depth)
      }
      length += 1
    }
  }

  /// From the end of the chain down. The end itself has no signature to check: it is trusted.
  private func checkSignaturesAndTimes() throws(VerificationFailure) {
    var depth = chain.links.count - 1
    var issuer = chain.links[depth]
    if !issuer.issued(issuer) {
      guard depth > 0 else { throw VerificationFailure(.leafUnverifiable, at: 0) }
      depth -= 1
    }
    while depth >= 0 {
      let link = chain.links[depth]
      do throws(ChainError) {
        if link !== issuer { try link.checkSignature(by: issuer) }
        link.isVerified = true
        try link.checkTime(time)
      } catch {
        throw VerificationFailure(error, at: depth)
      }
      issuer = link
      depth -= 1
    }
  }
}

extension ChainLink {
  fileprivate func checkSignature(by issuer: ChainLink) throws(ChainError) {
    guard !isVerified else { return }
    defer { ERR_clear_error() }
    let rules = VerificationRules.openSSL1_0_2
    let key = X509_get0_pubkey(issuer.pointer)
    guard rules.know(key: key) else { throw .issuerKeyUnreadable }
    let isSigned = certificate.padded?.isSigned(in: pointer, by: key)
    guard rules.knowSignature(of: pointer), isSigned ?? (X509_verify(pointer, key) == 1) else {
      throw .signatureFailure
    }
  }

  fileprivate func checkTime(_ time: UnixTime) throws(ChainError) {
    var time = time_t(time)
    defer { ERR_clear_error() }
    let begin = X509_cmp_time(X509_get0_notBefore(pointer), &time)
    guard begin != 0 else { throw .notBeforeForm }
    guard begin < 0 else { throw .notYetValid }
    let end = X509_cmp_time(X509_get0_notAfter(pointer), &time)
    guard end != 0 else { throw .notAfterForm }
    guard end > 0 else { throw .expired }
  }
}
