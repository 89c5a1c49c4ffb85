private import COpenSSL

// Signed certificate timestamps of RFC 6962, which OpenSSL 3.0 prints in another layout.
extension TextBuffer {
  mutating func write(signedTimestamps content: Bytes, indent margin: Int) -> Bool {
    let isComplete = decoding(content, as: ASN1_OCTET_STRING_it()) { pointer in
      var reader = TLSReader(StringView(pointer).bytes)
      guard var list = reader.readVector(), reader.isAtEnd else { return false }
      while !list.isAtEnd {
        guard let timestamp = list.readVector(), !timestamp.isAtEnd,
          write(timestamp: timestamp, indent: margin)
        else { return false }
        if !list.isAtEnd { write("\n") }
      }
      return true
    }
    // 1.0.2 parses the whole list before it prints anything of it.
    metUnparsable = !isComplete
    return isComplete
  }

  private mutating func write(timestamp: TLSReader, indent margin: Int) -> Bool {
    var fields = timestamp
    indent(margin)
    write("Signed Certificate Timestamp:")
    write(field: "Version   : ", indent: margin)
    guard timestamp.rest.first == 0 else {
      write("unknown\n")
      indent(margin + 16)
      write(hex: timestamp.rest, indent: margin + 16)
      return true
    }
    write("v1(0)")
    // Version, log, time and the length of the extensions; 1.0.2 checks for them as a whole.
    guard timestamp.rest.count >= 43, fields.read(1) != nil, let log = fields.read(32),
      let time = fields.read(8)
    else { return false }
    write(field: "Log ID    : ", indent: margin)
    write(hex: log, indent: margin + 16)
    write(field: "Timestamp : ", indent: margin)
    write(milliseconds: time.reduce(0) { $0 << 8 | UInt64($1) })
    return write(extensionsAndSignature: &fields, indent: margin)
  }

  private mutating func write(
    extensionsAndSignature fields: inout TLSReader, indent margin: Int
  ) -> Bool {
    guard let extensions = fields.readVector()?.rest else { return false }
    write(field: "Extensions: ", indent: margin)
    if extensions.isEmpty { write("none") }
    write(hex: extensions, indent: margin + 16)
    guard fields.rest.count >= 4, let algorithm = fields.read(2) else { return false }
    write(field: "Signature : ", indent: margin)
    write(signatureAlgorithm: algorithm)
    guard let signature = fields.readVector()?.rest, fields.isAtEnd else { return false }
    write(field: "            ", indent: margin)
    write(hex: signature, indent: margin + 16)
    return true
  }

  private mutating func write(field label: StaticString, indent margin: Int) {
    write("\n")
    indent(margin + 4)
    write(label)
  }

  /// Sixteen octets a row; unlike in signatures the first row goes on where the text stands.
  private mutating func write(hex octets: Bytes.SubSequence, indent margin: Int) {
    for (index, octet) in octets.enumerated() {
      if index > 0 { write(":") }
      if index > 0, index % 16 == 0 {
        write("\n")
        indent(margin)
      }
      write(uppercaseOctet: octet)
    }
  }

  /// The two kinds RFC 6962 allows have names.
  private mutating func write(signatureAlgorithm pair: Bytes.SubSequence) {
    switch (pair.first, pair.last) {
    case (4, 1): write("sha256WithRSAEncryption")
    case (4, 3): write("ecdsa-with-SHA256")
    default: for octet in pair { write(uppercaseOctet: octet) }
    }
  }

  /// - Parameter milliseconds: since 1970
  private mutating func write(milliseconds: UInt64) {
    var time = Self.time(seconds: milliseconds / 1_000)
    if !time.isEmpty {
      time.write(".")
      time.write(decimal: milliseconds % 1_000, width: 3)
      time.write("Z")
    }
    time.bytes.withUnsafeBufferPointer { _ = write(time: StringView(generalizedTime: $0)) }
  }

  /// The fourteen digits of a time, or nothing beyond the year 9999.
  private static func time(seconds: UInt64) -> TextBuffer {
    var digits = TextBuffer(capacity: 32)
    // 1.0.2 squeezes the days into 32 bits, so a time of the far future wraps around.
    let days = Int32(truncatingIfNeeded: seconds / 86_400)
    let time = ASN1_GENERALIZEDTIME_adj(nil, 0, days, Int(seconds % 86_400))
    defer { ASN1_GENERALIZEDTIME_free(time) }
    if let view = StringView(time) { digits.write(view.bytes.prefix(14)) }
    return digits
  }
}

/// Reads the numbers and vectors of the TLS presentation language.
private struct TLSReader {
  private(set) var rest: Bytes.SubSequence

  init(_ bytes: Bytes) { rest = bytes[...] }

  private init(_ bytes: Bytes.SubSequence) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func read(_ count: Int) -> Bytes.SubSequence? {
    guard rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  /// A vector with a length of two octets.
  mutating func readVector() -> TLSReader? {
    var scan = self
    guard let length = scan.read(2), let content = scan.read(length.reduce(0) { $0 << 8 | Int($1) })
    else { return nil }
    self = scan
    return TLSReader(content)
  }
}
