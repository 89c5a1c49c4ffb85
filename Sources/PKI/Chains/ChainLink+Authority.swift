private import COpenSSL

/// What OpenSSL 1.0.2 asks of a certificate that nobody trusts by itself.
extension ChainLink {
  /// What the library has an understanding of. 3.0 has two more.
  private static let known: Set = [
    NID_netscape_cert_type, NID_key_usage, NID_subject_alt_name, NID_basic_constraints,
    NID_certificate_policies, NID_crl_distribution_points, NID_ext_key_usage,
    NID_policy_constraints, NID_proxyCertInfo, NID_name_constraints, NID_policy_mappings,
    NID_inhibit_any_policy,
  ]

  /// Whether an extension that must be understood is not.
  var hasUnknownCriticalExtension: Bool {
    (0..<X509_get_ext_count(pointer)).contains { index in
      let entry = X509_get_ext(pointer, index)
      return X509_EXTENSION_get_critical(entry) > 0
        && !Self.known.contains(OBJ_obj2nid(X509_EXTENSION_get_object(entry)))
    }
  }

  /// Whether it may have issued others. Where it does not say so, old ways of saying it count.
  var mayBeAuthority: Bool {
    guard mayDo(.signCertificates) else { return false }
    if let constraints = basicConstraints { return constraints.isAuthority }
    let isFirstVersion = X509_get_version(pointer) == Int(X509_VERSION_1)
    if isFirstVersion && isSelfSigned || hasKeyUsage { return true }
    // An authority for TLS, mail or code, as Netscape had it.
    let type = extensionContent(NID_netscape_cert_type, as: ASN1_BIT_STRING_it())
    return type.map { (5...7).contains(where: $0.string.hasBit) } ?? false
  }

  /// How many others may stand between it and the certificate in question; nil if any number.
  var pathLength: Int? { basicConstraints?.pathLength }

  private var basicConstraints: (isAuthority: Bool, pathLength: Int?)? {
    guard let content = extensionContent(NID_basic_constraints, as: BASIC_CONSTRAINTS_it()) else {
      return nil
    }
    let constraints = content.pointer.assumingMemoryBound(to: BASIC_CONSTRAINTS.self).pointee
    let isAuthority = constraints.ca != 0
    guard let length = constraints.pathlen else { return (isAuthority, nil) }
    let isValid = isAuthority && !StringView(length).isNegative
    // A number too great for the machine is -1, which limits nothing.
    let limit = isValid ? ASN1_INTEGER_get(length) : 0
    return (isAuthority, limit < 0 ? nil : limit)
  }
}
