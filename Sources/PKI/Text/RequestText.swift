private import COpenSSL

extension CertificateRequest {
  /// The request in words: byte for byte what OpenSSL 1.0.2 prints.
  ///
  /// Bytes and not a `String`: attributes appear in whatever encoding they came in.
  public var text: [UInt8] {
    ERR_set_mark()
    defer { ERR_pop_to_mark() }
    var text = TextBuffer()
    text.write(request: pointer)
    return text.bytes
  }
}

extension TextBuffer {
  /// - Parameter request: `X509_REQ *`
  fileprivate mutating func write(request: OpaquePointer) {
    write("Certificate Request:\n    Data:\n")
    write(requestVersion: X509_REQ_get_version(request))
    write(name: X509_REQ_get_subject_name(request), label: "        Subject: ")
    write(publicKey: X509_REQ_get_X509_PUBKEY(request))
    writeAttributes(of: request)
    writeRequestedExtensions(of: request)
    writeSignature(of: request)
  }

  private mutating func write(requestVersion version: Int) {
    write(version < 0 ? "        Version: -" : "        Version: ")
    write(decimal: UInt64(version.magnitude))
    write(version < 0 ? " (-0x" : " (0x")
    write(lowercaseHex: UInt64(version.magnitude))
    write(")\n")
  }

  private mutating func writeSignature(of request: OpaquePointer) {
    var signature: UnsafePointer<ASN1_BIT_STRING>?
    var algorithm: UnsafePointer<X509_ALGOR>?
    X509_REQ_get0_signature(request, &signature, &algorithm)
    guard let signature = StringView(signature), let algorithm = Algorithm(algorithm) else {
      return
    }
    write(signature: signature, algorithm: algorithm)
  }
}

// MARK: Attributes

/// One attribute of a request.
private struct Attribute {
  let object: ObjectName
  /// `X509_ATTRIBUTE *`
  private let pointer: OpaquePointer

  init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
    object = ObjectName(X509_ATTRIBUTE_get0_object(pointer))
  }

  var isExtensions: Bool { object.nid == NID_ext_req || object.nid == NID_ms_ext_req }

  var values: some Sequence<UnsafeMutablePointer<ASN1_TYPE>> {
    (0..<max(0, X509_ATTRIBUTE_count(pointer))).lazy
      .compactMap { X509_ATTRIBUTE_get0_type(pointer, $0) }
  }
}

private func attributes(_ request: OpaquePointer) -> some Sequence<Attribute> {
  (0..<max(0, X509_REQ_get_attr_count(request))).lazy
    .compactMap { Attribute(X509_REQ_get_attr(request, $0)) }
}

extension TextBuffer {
  private mutating func writeAttributes(of request: OpaquePointer) {
    write("        Attributes:\n")
    // What 1.0.2 prints for none at all.
    if X509_REQ_get_attr_count(request) <= 0 { return write("            a0:00\n") }
    for attribute in attributes(request) where !attribute.isExtensions {
      write(attribute: attribute)
    }
  }

  private mutating func write(attribute: Attribute) {
    indent(12)
    // 1.0.2 pads with a counter it keeps from value to value: after a name of at most 25 bytes
    // it is used up, after a longer one it has become the excess.
    var column = write(object: attribute.object)
    for value in attribute.values {
      indent(25 - column)
      column = min(0, 25 - column)
      write(":")
      switch value.pointee.type {
      case V_ASN1_PRINTABLESTRING, V_ASN1_UTF8STRING, V_ASN1_T61STRING, V_ASN1_IA5STRING:
        if let string = StringView(value.pointee.value.asn1_string) { write(string.bytes) }
        write("\n")
      default:
        write("unable to print attribute\n")
      }
    }
  }

  private mutating func writeRequestedExtensions(of request: OpaquePointer) {
    // The standard attribute goes before Microsoft's, wherever they stand.
    let candidates = [NID_ext_req, NID_ms_ext_req].lazy
      .map { X509_REQ_get_attr_by_NID(request, $0, -1) }
    guard let index = candidates.first(where: { $0 >= 0 }),
      let value = Attribute(X509_REQ_get_attr(request, index))?.values.first(where: { _ in true }),
      value.pointee.type == V_ASN1_SEQUENCE,
      let sequence = StringView(value.pointee.value.sequence)
    else { return }
    _ = decoding(sequence.bytes, as: X509_EXTENSIONS_it()) { extensions in
      write("        Requested Extensions:\n")
      for element in Stack(extensions) { write(extension: OpaquePointer(element)) }
      return true
    }
  }
}
