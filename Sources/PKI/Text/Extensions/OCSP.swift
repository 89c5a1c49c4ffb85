private import COpenSSL

// Extensions of OCSP messages and of entries in revocation lists. Nothing keeps an issuer from
// putting them into a certificate, and 1.0.2 prints them there.
extension TextBuffer {
  mutating func write(ocspContent content: Bytes, of nid: Int32, indent margin: Int) -> Bool {
    switch nid {
    case NID_id_pkix_OCSP_noCheck:
      // Nothing to say: being there is all it means.
      decoding(content, as: ASN1_NULL_it()) { _ in true }
    case NID_id_pkix_OCSP_Nonce:
      write(nonce: content, indent: margin)
    case NID_id_pkix_OCSP_CrlID:
      write(revocationList: content, indent: margin)
    case NID_id_pkix_OCSP_archiveCutoff, NID_invalidity_date:
      write(date: content, indent: margin)
    case NID_hold_instruction_code:
      write(holdInstruction: content, indent: margin)
    case NID_id_pkix_OCSP_serviceLocator:
      write(serviceLocator: content, indent: margin)
    default:
      false
    }
  }

  /// The octets as they are: 1.0.2 takes no ASN.1 for granted in a nonce.
  private mutating func write(nonce: Bytes, indent margin: Int) -> Bool {
    indent(margin)
    if nonce.isEmpty { write("0") }
    for (index, octet) in nonce.enumerated() {
      if index > 0, index % 35 == 0 { write("\\\n") }
      write(uppercaseOctet: octet)
    }
    return true
  }

  private mutating func write(date content: Bytes, indent margin: Int) -> Bool {
    decoding(content, as: ASN1_GENERALIZEDTIME_it()) { date in
      indent(margin)
      return write(time: StringView(date))
    }
  }

  private mutating func write(holdInstruction content: Bytes, indent margin: Int) -> Bool {
    decoding(content, as: ASN1_OBJECT_it()) { object in
      indent(margin)
      write(object: ObjectName(OpaquePointer(object)))
      return true
    }
  }

  /// Where a revocation list is, its number and its time. OpenSSL 3.0 hides this structure.
  private mutating func write(revocationList content: Bytes, indent margin: Int) -> Bool {
    var reader = DERReader(content)
    guard var fields = reader.enter(DERReader.Tag.sequence) else { return false }
    let url = fields.read(0xa0), number = fields.read(0xa1), time = fields.read(0xa2)
    guard fields.isAtEnd else { return false }
    return write(field: "crlUrl: ", url, as: ASN1_IA5STRING_it(), indent: margin) {
      $0.write(printable: $1.bytes)
      return true
    }
      && write(field: "crlNum: ", number, as: ASN1_INTEGER_it(), indent: margin) {
        $0.write(hexInteger: $1)
        return true
      }
      && write(field: "crlTime: ", time, as: ASN1_GENERALIZEDTIME_it(), indent: margin) {
        $0.write(time: $1)
      }
  }

  private mutating func write(
    field label: StaticString, _ content: Bytes?, as item: OpaquePointer?, indent margin: Int,
    _ body: (inout TextBuffer, StringView) -> Bool
  ) -> Bool {
    guard let content else { return true }
    // 1.0.2 parses all fields before it prints the first.
    metUnparsable = true
    return decoding(content, as: item) { pointer in
      metUnparsable = false
      indent(margin)
      write(label)
      guard body(&self, StringView(pointer)) else { return false }
      write("\n")
      return true
    }
  }

  /// An issuer and where to ask about it. OpenSSL 3.0 hides this structure too.
  private mutating func write(serviceLocator content: Bytes, indent margin: Int) -> Bool {
    var reader = DERReader(content)
    guard var fields = reader.enter(DERReader.Tag.sequence),
      let issuer = fields.readWhole(DERReader.Tag.sequence)
    else { return false }
    let locator = fields.readWhole(DERReader.Tag.sequence)
    guard fields.isAtEnd else { return false }
    guard let locator else { return write(locatorIssuer: issuer, indent: margin) }
    return decoding(locator, as: AUTHORITY_INFO_ACCESS_it()) { accesses in
      let hasIssuer = write(locatorIssuer: issuer, indent: margin)
      let end = bytes.count
      for element in Stack(accesses) { write(service: element, indent: margin) }
      // The services count as parsed, but after a failure none is shown.
      if !hasIssuer { truncate(to: end) }
      return hasIssuer
    }
  }

  private mutating func write(locatorIssuer issuer: Bytes, indent margin: Int) -> Bool {
    decoding(issuer, as: X509_NAME_it()) { name in
      indent(margin)
      write("Issuer: ")
      let start = bytes.count
      write(spacedName: OpaquePointer(name))
      // 1.0.2 mistakes an empty name for a failure.
      return bytes.count > start
    }
  }

  /// - Parameter pointer: `ACCESS_DESCRIPTION *`
  private mutating func write(service pointer: UnsafeRawPointer, indent margin: Int) {
    let access = pointer.assumingMemoryBound(to: ACCESS_DESCRIPTION.self).pointee
    guard let location = access.location else { return }
    write("\n")
    indent(2 * margin)
    write(object: ObjectName(access.method))
    write(" - ")
    write(standalone: GeneralName(location))
  }
}
