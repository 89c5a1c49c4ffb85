private import COpenSSL

/// One `attribute=value` of a distinguished name.
private struct NameEntry {
  let object: ObjectName
  let value: StringView
  /// Entries of the same relative name share this number.
  let set: Int32

  /// - Parameter pointer: `X509_NAME_ENTRY *`
  init?(_ pointer: OpaquePointer?) {
    guard let value = StringView(X509_NAME_ENTRY_get_data(pointer)) else { return nil }
    object = ObjectName(X509_NAME_ENTRY_get_object(pointer))
    self.value = value
    set = X509_NAME_ENTRY_set(pointer)
  }
}

/// The entries of an `X509_NAME *`.
private func entries(_ name: OpaquePointer?) -> some Sequence<NameEntry> {
  let count = max(0, X509_NAME_entry_count(name))
  return (0..<count).lazy.compactMap { NameEntry(X509_NAME_get_entry(name, $0)) }
}

// MARK: C=US, O=Contoso/emailAddress=a@b.lab

extension TextBuffer {
  /// The compact form of issuer and subject.
  ///
  /// 1.0.2 splits the slash form where a slash, one or two capital letters and an equals sign
  /// follow each other. So longer attribute names keep their slash, and values may be split.
  ///
  /// - Parameter name: `X509_NAME *`
  mutating func write(name: OpaquePointer?) {
    var oneline = TextBuffer(capacity: 256)
    oneline.write(onelineName: name)
    let line = oneline.bytes
    var start = 1
    for index in line.indices.dropFirst() where Self.isSeparator(line, at: index) {
      write(line[start..<index])
      write(", ")
      start = index + 1
    }
    if start < line.count { write(line[start...]) }
  }

  private static func isSeparator(_ line: [UInt8], at index: Int) -> Bool {
    guard line[index] == UInt8(ascii: "/") else { return false }
    let rest = line[index...].dropFirst()
    let capitals = rest.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }.count
    return (1...2).contains(capitals) && rest.dropFirst(capitals).first == UInt8(ascii: "=")
  }
}

// MARK: /C=US/O=Contoso

extension TextBuffer {
  /// The slash form.
  ///
  /// - Parameter name: `X509_NAME *`
  /// - Parameter limit: the size of the buffer 1.0.2 prints into: the first entry that does not
  ///   fit is left out, with all that follow.
  mutating func write(onelineName name: OpaquePointer?, limit: Int = .max) {
    let start = bytes.count
    for entry in entries(name) {
      let end = bytes.count
      write("/")
      write(shortNameOf: entry.object)
      write("=")
      write(escaped: entry.value)
      if bytes.count - start > limit - 1 { return truncate(to: end) }
    }
  }

  private mutating func write(escaped value: StringView) {
    // A GeneralString may hold four octets a character; if only each fourth is used, 1.0.2
    // prints just that one.
    let isWide = value.type == V_ASN1_GENERALSTRING && value.bytes.count % 4 == 0
    let lastOnly =
      isWide && value.bytes.indices.allSatisfy { $0 & 3 == 3 || value.bytes[$0] == 0 }
    for (index, octet) in value.bytes.enumerated() where !lastOnly || index & 3 == 3 {
      if (UInt8(ascii: " ")...UInt8(ascii: "~")).contains(octet) {
        write(byte: octet)
      } else {
        write("\\x")
        write(uppercaseOctet: octet)
      }
    }
  }
}

// MARK: C = US, O = "Contoso, Ltd"

extension TextBuffer {
  /// The spaced form of directory names in distribution points and name constraints.
  ///
  /// - Parameter name: `X509_NAME *`
  mutating func write(spacedName name: OpaquePointer?) {
    write(spaced: entries(name))
  }

  /// The spaced form of a bare stack of entries, as a distribution point relative to its issuer.
  mutating func write(spacedEntries stack: OpaquePointer?) {
    write(spaced: Stack(stack).lazy.compactMap { NameEntry(OpaquePointer($0)) })
  }

  private mutating func write(spaced entries: some Sequence<NameEntry>) {
    var previous: Int32?
    for entry in entries {
      if let previous { write(previous == entry.set ? " + " : ", ") }
      previous = entry.set
      write(shortNameOf: entry.object)
      write(" = ")
      write(quoted: entry.value)
    }
  }
}
