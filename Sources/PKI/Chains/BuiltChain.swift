private import COpenSSL

/// The way up from a certificate, as OpenSSL 1.0.2 finds it: at each step the first certificate in
/// file order that could have issued the last one. It never steps back.
struct BuiltChain {
  /// The chain, from the certificate in question up.
  private(set) var links: [ChainLink]
  /// How many of them, from the first on, nobody trusts by themselves.
  private(set) var untrusted: Int

  /// The depth a chain has at most; it can be one longer.
  private static let greatestDepth = 100

  /// Builds it, until it ends at what is trusted.
  ///
  /// - Parameters:
  ///   - lent: what may stand between, each once.
  ///   - anchors: what is trusted, if it is self-signed, and what may stand between too.
  init(
    from leaf: ChainLink, lent: [ChainLink], anchors: [ChainLink]
  ) throws(VerificationFailure) {
    links = [leaf]
    untrusted = 1
    climb(overEachOf: lent)
    var end: ChainLink?
    if links.count == 1, leaf.isSelfSigned {
      guard let stored = anchors.first(where: { $0.issued(leaf) }),
        X509_cmp(stored.pointer, leaf.pointer) == 0
      else { throw VerificationFailure(.selfSigned, at: 0) }
      links = [stored]
      untrusted = 0
    } else if last.isSelfSigned {
      end = links.removeLast()
      untrusted -= 1
    }
    climb(anchors)
    var height = untrusted
    while try !isTrusted() {
      guard let lower = alternative(below: height, among: anchors) else {
        throw failure(endingAt: end)
      }
      // What was lent led nowhere from here on: let an anchor continue.
      height = lower
      links.removeLast(links.count - height)
      untrusted = height
      climb(anchors)
    }
  }

  private var last: ChainLink { links[links.count - 1] }

  private mutating func climb(overEachOf lent: [ChainLink]) {
    var left = lent
    while canGrow, let next = left.firstIndex(where: { $0.issued(last) }) {
      links.append(left.remove(at: next))
      untrusted += 1
    }
  }

  /// Goes up over trusted certificates, each as often as it fits.
  private mutating func climb(_ anchors: [ChainLink]) {
    while canGrow, let next = anchors.first(where: { $0.issued(last) }) { links.append(next) }
  }

  private var canGrow: Bool { links.count <= Self.greatestDepth && !last.isSelfSigned }

  /// Whether one of those taken on trust is trusted indeed: it is self-signed, or says so itself.
  private func isTrusted() throws(VerificationFailure) -> Bool {
    for (depth, link) in links.enumerated().dropFirst(untrusted) {
      if Self.isForAnyUse(X509_get0_reject_objects(link.pointer)) {
        throw VerificationFailure(.rejected, at: depth)
      }
      if link.isSelfSigned || Self.isForAnyUse(X509_get0_trust_objects(link.pointer)) {
        return true
      }
    }
    return false
  }

  /// - Parameter objects: `STACK_OF(ASN1_OBJECT) *`
  private static func isForAnyUse(_ objects: OpaquePointer?) -> Bool {
    Stack(objects).contains { OBJ_obj2nid(OpaquePointer($0)) == NID_anyExtendedKeyUsage }
  }

  /// The height below `height`, counted from 1, from which an anchor leads on.
  private func alternative(below height: Int, among anchors: [ChainLink]) -> Int? {
    (1..<max(height, 1)).last { lower in anchors.contains { $0.issued(links[lower - 1]) } }
  }

  private func failure(endingAt end: ChainLink?) -> VerificationFailure {
    if let end, end.issued(last) {
      return VerificationFailure(.selfSignedInChain, at: links.count)
    }
    return VerificationFailure(
      untrusted >= links.count ? .localIssuerMissing : .issuerMissing, at: links.count - 1)
  }
}
