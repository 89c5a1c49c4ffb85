private import COpenSSL

/// What a certificate says of the names in those below it, borrowed, and applied as OpenSSL 1.0.2
/// does: never to common names.
struct ConstrainedNames {
  private let permitted: Stack
  private let excluded: Stack

  /// - Parameter pointer: `NAME_CONSTRAINTS *`
  init(_ pointer: UnsafeRawPointer) {
    let constraints = pointer.assumingMemoryBound(to: NAME_CONSTRAINTS.self).pointee
    permitted = Stack(constraints.permittedSubtrees)
    excluded = Stack(constraints.excludedSubtrees)
  }

  /// Checks the subject, the mailboxes in it, and the alternative names.
  func check(_ link: ChainLink, _ effort: inout NameEffort) throws(ChainError) {
    let subject = link.subject
    if X509_NAME_entry_count(subject) > 0 {
      try check(.directory(subject), of: GEN_DIRNAME, &effort)
    }
    var index = X509_NAME_get_index_by_NID(subject, NID_pkcs9_emailAddress, -1)
    while index >= 0 {
      guard
        let mailbox = StringView(
          X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, index)).map {
            UnsafeRawPointer($0)
          }), mailbox.type == V_ASN1_IA5STRING
      else { throw .nameSyntax }
      try check(.email(mailbox.bytes), of: GEN_EMAIL, &effort)
      index = X509_NAME_get_index_by_NID(subject, NID_pkcs9_emailAddress, index)
    }
    for name in Stack(link.alternativeNames?.pointer) {
      let type = name.assumingMemoryBound(to: GENERAL_NAME.self).pointee.type
      try check(GeneralName(name), of: type, &effort)
    }
  }

  /// - Parameter type: the kind of the name, as OpenSSL numbers it.
  private func check(
    _ name: GeneralName, of type: Int32, _ effort: inout NameEffort
  ) throws(ChainError) {
    var isLimited = false
    var isPermitted = false
    for subtree in permitted {
      guard let base = try base(of: subtree, for: type, &effort) else { continue }
      isLimited = true
      if !isPermitted { isPermitted = try name.isWithin(base, &effort) }
    }
    if isLimited && !isPermitted { throw .notPermitted }
    for subtree in excluded {
      guard let base = try base(of: subtree, for: type, &effort) else { continue }
      if try name.isWithin(base, &effort) { throw .excluded }
    }
  }

  /// What a subtree is about, if it is about names of that kind.
  private func base(
    of subtree: UnsafeRawPointer, for type: Int32, _ effort: inout NameEffort
  ) throws(ChainError) -> GeneralName? {
    try effort.spend(1)
    let subtree = subtree.assumingMemoryBound(to: GENERAL_SUBTREE.self).pointee
    guard let base = subtree.base, base.pointee.type == type else { return nil }
    guard subtree.minimum == nil, subtree.maximum == nil else { throw .minimumOrMaximum }
    return GeneralName(base)
  }
}
