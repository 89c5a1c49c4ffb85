import PKI

/// The way up from a certificate by signatures, over some others.
struct Climb {
  /// Where it ends.
  enum End {
    /// At one that signed itself.
    case root
    /// At one whose issuer is not there.
    case missing
    /// Back at one that was there already: they signed each other.
    case ring
    /// No more was looked at.
    case tooLong
  }

  /// The certificates, from the first up.
  private(set) var links: [Certificate]
  /// Where it ends.
  private(set) var end = End.missing

  /// Signatures that are checked at most: some tens of microseconds each for keys of a usual size.
  private static let most = 60
  private static let longest = 12

  /// Climbs from `first`, over those among `pool` that are named and signed, those first that are
  /// valid at that time.
  init(from first: Certificate, over pool: [Certificate]) {
    links = [first]
    var left = Self.most
    while let last = links.last {
      guard links.count < Self.longest else {
        end = .tooLong
        return
      }
      if last.namesIssuer(last) {
        if last.isSigned(by: last) { end = .root }
        return
      }
      var next: Certificate?
      for candidate in pool where last.namesIssuer(candidate) {
        guard left > 0 else {
          end = .tooLong
          return
        }
        left -= 1
        if last.isSigned(by: candidate) {
          next = candidate
          break
        }
      }
      guard let next else { return }
      if links.contains(where: { $0.der == next.der }) {
        end = .ring
        return
      }
      links.append(next)
    }
  }

  /// The last one.
  var top: Certificate { links[links.count - 1] }
}
