import PKI

/// What certificates are called, so that each can be told from all others in a lab: the servers of a
/// cluster share their common name, and some others.
final class CertificateNames {
  /// The names in each certificate of a common name that is no CA's, without those that are the same.
  private var lists: [String: Set<[String]>] = [:]
  /// The same by each of the names.
  private var owners: [String: Set<[String]>] = [:]
  /// The handiest file of each certificate.
  private var homes: [[UInt8]: LabFile] = [:]

  /// Tells the certificates apart that are in those files.
  init(_ files: [LabFile]) {
    for file in files where file.isUsual {
      let certificates = file.held?.certificates ?? []
      for certificate in certificates where !certificate.isAuthority {
        let names = Self.names(certificate)
        lists[names[0], default: []].insert(names)
        for name in names { owners[name, default: []].insert(names) }
        let der = certificate.der
        if homes[der] == nil || certificates.count == 1 && homes[der].map(Self.count) != 1 {
          homes[der] = file
        }
      }
    }
  }

  /// Whom a certificate is for: its common name, or, where others have that too, the first of its
  /// names that none of those has.
  ///
  /// - Returns: that name, and the file it is in if another certificate has the name as well.
  func holder(_ certificate: Certificate) -> (name: String, home: LabFile?) {
    let name = certificate.commonName ?? certificate.subjectText
    guard !certificate.isAuthority else { return (name, nil) }
    let names = Self.names(certificate)
    let others = (lists[names[0]] ?? []).filter { $0 != names }
    let own =
      others.isEmpty
      ? nil : names.dropFirst().first { one in !others.contains { $0.contains(one) } }
    let shown = own ?? name
    let isShared = owners[shown.lowercased()]?.contains { $0 != names } ?? false
    return (shown, isShared ? homes[certificate.der] : nil)
  }

  private static func count(_ file: LabFile) -> Int { file.held?.certificates.count ?? 0 }

  /// The common name, then the others, as they are compared.
  private static func names(_ certificate: Certificate) -> [String] {
    ([certificate.commonName ?? certificate.subjectText] + certificate.listedNames.prefix(60))
      .map { $0.lowercased() }
  }
}
