private import COpenSSL

/// The checks of names that OpenSSL 1.0.2 makes from the end of a chain down, before it looks at
/// signatures and dates.
struct NameChecks {
  private var effort = NameEffort()

  /// Checks the names of the certificate at a depth against all above it.
  mutating func check(_ links: [ChainLink], at depth: Int) throws(VerificationFailure) {
    let link = links[depth]
    if depth > 0, link.isSelfIssued { return }
    do throws(ChainError) {
      if link.isProxy, !link.isNamedAsProxy { throw .proxyName }
      for above in links[(depth + 1)...].reversed() {
        guard let content = above.nameConstraints else { continue }
        try ConstrainedNames(content.pointer).check(link, &effort)
      }
    } catch {
      throw VerificationFailure(error, at: depth)
    }
  }
}

/// How much comparing of names one verification may still cost. 1.0.2 knows no limit, and compares
/// for hours where a certificate with many names meets one with many constraints.
struct NameEffort {
  private var left = 1 << 22

  mutating func spend(_ amount: Int) throws(ChainError) {
    left -= min(amount, left + 1)
    guard left >= 0 else { throw .unspecified }
  }
}

extension ChainLink {
  /// Whether the subject is the issuer's name and one common name more, in an RDN of its own.
  fileprivate var isNamedAsProxy: Bool {
    let last = X509_NAME_entry_count(subject) - 1
    guard last >= 1, last == X509_NAME_entry_count(issuer) else { return false }
    let sets = [last, last - 1].map { X509_NAME_ENTRY_set(X509_NAME_get_entry(subject, $0)) }
    guard sets[0] != sets[1], let rest = X509_NAME_dup(subject) else { return false }
    defer { X509_NAME_free(rest) }
    let entry = X509_NAME_delete_entry(rest, last)
    defer { X509_NAME_ENTRY_free(entry) }
    return OBJ_obj2nid(X509_NAME_ENTRY_get_object(entry)) == NID_commonName
      && X509_NAME_cmp(rest, issuer) == 0
  }
}
