import PKI

/// What certificates are called, so that those of one common name can be told apart: the servers of
/// a cluster share it.
final class CertificateNames {
  /// The names in each certificate of a common name that is no CA's, without those that are the same.
  private let lists: [String: Set<[String]>]

  /// Tells the certificates apart that are in those files.
  init(_ files: [LabFile]) {
    var lists: [String: Set<[String]>] = [:]
    for file in files where file.isUsual {
      for certificate in file.held?.certificates ?? [] where !certificate.isAuthority {
        lists[certificate.commonName ?? "", default: []].insert(Self.names(certificate))
      }
    }
    self.lists = lists
  }

  /// Whom a certificate is for: its common name, or, where others have that too, the first of its
  /// names that none of those has.
  func holder(_ certificate: Certificate) -> String {
    let name = certificate.commonName ?? certificate.subjectText
    let names = Self.names(certificate)
    let others = (lists[name] ?? []).filter { $0 != names }
    guard !certificate.isAuthority, !others.isEmpty else { return Written.name(name) }
    let own = names.first { one in !others.contains { $0.contains(one) } }
    return Written.name(own ?? name)
  }

  private static func names(_ certificate: Certificate) -> [String] {
    certificate.listedNames.prefix(60).map { $0.lowercased() }
  }
}
