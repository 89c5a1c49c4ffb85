import PKI

/// What a request asks for and a certificate does not have, and the other way round.
enum NameDifference {
  static func facts(
    _ request: CertificateRequest, named requestName: String, _ certificate: Certificate,
    named name: String
  ) -> [String] {
    var facts: [String] = []
    if request.commonName != certificate.commonName {
      facts.append(
        "\(requestName) asks for CN \(Written.name(request.commonName ?? "(none)")); \(name) has "
          + "\(Written.name(certificate.commonName ?? "(none)")).")
    }
    let wanted = request.listedNames
    let found = certificate.listedNames
    let missing = wanted.filter { !found.contains($0) }
    let more = found.filter { !wanted.contains($0) }
    if !missing.isEmpty {
      facts.append(
        "\(requestName) asks for the alternative names \(Written.list(missing.map(Written.name))), "
          + "which \(name) does not have.")
    }
    if !more.isEmpty {
      facts.append(
        "\(name) has the alternative names \(Written.list(more.map(Written.name))), which "
          + "\(requestName) does not ask for.")
    }
    return facts
  }
}
