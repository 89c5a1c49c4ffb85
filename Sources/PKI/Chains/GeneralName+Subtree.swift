private import COpenSSL

/// Whether names are within a subtree, by the letter of OpenSSL 1.0.2: texts end at a zero byte, and
/// where a length counts it is that of all bytes.
extension GeneralName {
  /// Whether this is within what `base`, of the same kind, stands for.
  func isWithin(_ base: GeneralName, _ effort: inout NameEffort) throws(ChainError) -> Bool {
    switch (self, base) {
    case (.directory(let name), .directory(let base)):
      // Each entry is copied, encoded and compared.
      try effort.spend(16 * (1 + Int(X509_NAME_entry_count(name))))
      return Self.isDirectory(name, within: base)
    case (.host(let name), .host(let base)):
      try effort.spend((name.count + base.count) / 64)
      return Self.isHost(name, within: base)
    case (.email(let name), .email(let base)):
      try effort.spend((name.count + base.count) / 64)
      return try Self.isMailbox(name, within: base)
    case (.uri(let name), .uri(let base)):
      try effort.spend((name.count + base.count) / 64)
      return try Self.isURI(name, within: base)
    default:
      throw .constraintType
    }
  }

  /// Whether the first RDNs of a name are those of `base`.
  private static func isDirectory(_ name: OpaquePointer?, within base: OpaquePointer?) -> Bool {
    let size = { (name: OpaquePointer?) in
      let last = X509_NAME_get_entry(name, X509_NAME_entry_count(name) - 1)
      return last == nil ? 0 : X509_NAME_ENTRY_set(last) + 1
    }
    let count = size(base)
    guard count > 0 else { return true }
    guard size(name) >= count, let first = X509_NAME_dup(name) else { return false }
    defer { X509_NAME_free(first) }
    var last = X509_NAME_entry_count(first) - 1
    while last >= 0, X509_NAME_ENTRY_set(X509_NAME_get_entry(first, last)) >= count {
      X509_NAME_ENTRY_free(X509_NAME_delete_entry(first, last))
      last -= 1
    }
    return X509_NAME_cmp(first, base) == 0
  }

  private static func isHost(_ name: Bytes, within base: Bytes) -> Bool {
    guard let first = base.first, first != 0 else { return true }
    let start = max(0, name.count - base.count)
    if start > 0, first != dot, name[start - 1] != dot { return false }
    return isSame(text(name[start...]), text(base[...]))
  }

  private static func isMailbox(_ name: Bytes, within base: Bytes) throws(ChainError) -> Bool {
    let (mailbox, wanted) = (text(name[...]), text(base[...]))
    guard let at = mailbox.firstIndex(of: UInt8(ascii: "@")) else { throw .nameSyntax }
    let host = mailbox[(at + 1)...]
    guard let wantedAt = wanted.firstIndex(of: UInt8(ascii: "@")) else {
      guard wanted.first == dot else { return isSame(host, wanted) }
      // Of hosts below one any length fits.
      return name.count > base.count && isSame(text(name[(name.count - base.count)...]), wanted)
    }
    if wantedAt > 0, !wanted[..<wantedAt].elementsEqual(mailbox[..<at]) { return false }
    return isSame(host, wanted[(wantedAt + 1)...])
  }

  private static func isURI(_ name: Bytes, within base: Bytes) throws(ChainError) -> Bool {
    let uri = text(name[...])
    guard let colon = uri.firstIndex(of: UInt8(ascii: ":")),
      uri[(colon + 1)...].starts(with: "//".utf8)
    else { throw .nameSyntax }
    let rest = uri[(colon + 3)...]
    // A port ends the host, even one behind a slash.
    let end = rest.firstIndex(of: UInt8(ascii: ":")) ?? rest.firstIndex(of: UInt8(ascii: "/"))
    let host = end.map { rest[..<$0] } ?? rest
    guard !host.isEmpty else { throw .nameSyntax }
    guard base.first == dot else { return isSame(host, base[...]) }
    return host.count > base.count && isSame(host.suffix(base.count), base[...])
  }

  private static let dot = UInt8(ascii: ".")

  private static func text(_ bytes: Bytes.SubSequence) -> Bytes.SubSequence {
    bytes.prefix { $0 != 0 }
  }

  /// The same but for the case of letters.
  private static func isSame(_ left: Bytes.SubSequence, _ right: Bytes.SubSequence) -> Bool {
    let fold = { (byte: UInt8) in (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
    return left.count == right.count && zip(left, right).allSatisfy { fold($0) == fold($1) }
  }
}
