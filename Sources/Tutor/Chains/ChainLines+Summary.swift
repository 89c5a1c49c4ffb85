import PKI

extension ChainLines {
  /// The parts with a certificate that is there more than once, those of each together.
  private var doubles: [[Int]] {
    let certificates = parts.parts.indices.filter { parts.parts[$0].certificate != nil }
    return Dictionary(grouping: certificates) { parts.parts[$0].certificate?.der ?? [] }.values
      .filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  /// The first parts that stand side by side and have one name and key, but other dates or content.
  private var twins: [Int]? {
    parts.parts.indices.dropLast().first { index in
      guard let one = parts.parts[index].certificate, let other = parts.parts[index + 1].certificate
      else { return false }
      return one.der != other.der && isTwin(one, of: other)
    }.map { [$0, $0 + 1] }
  }

  /// Whether all is as it should be.
  var summary: [String] {
    let certificates = parts.parts.indices.filter { parts.parts[$0].certificate != nil }
    guard let last = certificates.last, parts.more == 0 else { return [] }
    let isInOrder = certificates.dropLast().allSatisfy { signers[$0] == next($0) }
    let isRoot = signers[last] == last
    if let first = certificates.first, let certificate = parts.parts[first].certificate,
      certificate.isAuthority, signers[first] == first, certificates.count > 1,
      parts.parts[last].certificate?.isAuthority == false
    {
      return ["Wrong order: a server shows the 1st as its own, and that is the root."]
    }
    let isRead = parts.fault == nil
    if certificates.count == 1 {
      return isRead ? [] : ["An appliance does not read all of it."]
    }
    let isValid = certificates.allSatisfy { index in
      parts.parts[index].certificate.map { Dates.fact($0, at: now) == nil } ?? true
    }
    let doubles = doubles.map { "\(Written.list($0.map { "\($0 + 1)" })) are the same" }
    if !doubles.isEmpty { return ["\(doubles.joined(separator: ", ")): once is enough."] }
    if !isInOrder, isRead, let twins {
      return [
        "\(Written.list(twins.map { "\($0 + 1)" })) have one name and key: keep the one that is "
          + "valid."
      ]
    }
    if isInOrder, !isRead { return ["In order, but an appliance does not read all of it."] }
    if isInOrder, !isValid { return ["In order, but not all of it is valid now."] }
    if isInOrder, certificates.count < parts.parts.count {
      return ["In order, but there is something else than certificates among them."]
    }
    if isInOrder, isRoot { return ["In order, up to a root."] }
    let ring = ring(at: last)
    if isInOrder, !ring.isEmpty {
      return [
        "\(Written.list(ring.map { "\($0 + 1)" })) signed each other: there is no root above them."
      ]
    }
    if isInOrder { return ["In order, but without the root."] }
    if certificates.allSatisfy({ parts.parts[$0].certificate?.isAuthority == false }) {
      return ["Certificates side by side: none of them signed another."]
    }
    if signers[certificates[0]] == certificates[0],
      let first = parts.parts[certificates[0]].certificate
    {
      return [
        first.isAuthority
          ? "The 1st is a root: none of those behind it signed it."
          : "The 1st signed itself: none of those behind it did."
      ]
    }
    if let root = certificates.first(where: { !isLinked($0) }), root != last, signers[root] == root
    {
      return [
        "In order up to the root \(root + 1); what is behind that does not belong to this chain."
      ]
    }
    let holders = certificates.filter { parts.parts[$0].certificate?.isAuthority == false }
    if Set(holders.compactMap { parts.parts[$0].certificate?.der }).count > 1 {
      return [
        "\(Written.list(holders.map { "\($0 + 1)" })) are no CAs: a chain has one such, in front."
      ]
    }
    return ["Not in one order from the 1st to a root."]
  }
}
