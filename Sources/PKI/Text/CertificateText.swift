private import COpenSSL

extension Certificate {
  /// The certificate in words: byte for byte what OpenSSL 1.0.2 prints.
  ///
  /// Bytes and not a `String`: user notices appear in whatever encoding they came in. Like 1.0.2
  /// it ends at a time that is none.
  public var text: [UInt8] {
    ERR_set_mark()
    defer { ERR_pop_to_mark() }
    var text = TextBuffer()
    text.write(certificate: pointer)
    text.writeTrustSettings(of: self)
    return text.bytes
  }
}

extension TextBuffer {
  /// - Parameter certificate: `X509 *`
  fileprivate mutating func write(certificate: OpaquePointer) {
    write("Certificate:\n    Data:\n")
    write(version: X509_get_version(certificate))
    if let serial = StringView(X509_get0_serialNumber(certificate)) { write(serial: serial) }
    if let algorithm = Algorithm(X509_get0_tbs_sigalg(certificate)) {
      write(signatureAlgorithm: algorithm)
    }
    write(name: X509_get_issuer_name(certificate), label: "        Issuer: ")
    guard writeValidity(of: certificate) else { return }
    write(name: X509_get_subject_name(certificate), label: "        Subject: ")
    write(publicKey: X509_get_X509_PUBKEY(certificate))
    writeUniqueIdentifiers(of: certificate)
    writeExtensions(of: certificate)
    writeSignature(of: certificate)
  }

  private mutating func write(version: Int) {
    // Version 1 is stored as 0; 1.0.2 shows both numbers and takes them for unsigned.
    write("        Version: ")
    write(decimal: UInt64(bitPattern: Int64(version &+ 1)))
    write(" (0x")
    write(lowercaseHex: UInt64(bitPattern: Int64(version)))
    write(")\n")
  }

  private mutating func write(serial: StringView) {
    write("        Serial Number:")
    // The same line holds what fits a signed 64-bit number.
    if let number = UInt64(bigEndian: serial.bytes), number <= UInt64(Int64.max) {
      write(serial.isNegative ? " -" : " ")
      write(decimal: number)
      write(serial.isNegative ? " (-0x" : " (0x")
      write(lowercaseHex: number)
      return write(")\n")
    }
    write("\n            ")
    if serial.isNegative { write(" (Negative)") }
    for (index, octet) in serial.bytes.enumerated() {
      if index > 0 { write(":") }
      write(lowercaseOctet: octet)
    }
    write("\n")
  }

  private mutating func writeValidity(of certificate: OpaquePointer) -> Bool {
    guard let notBefore = StringView(X509_get0_notBefore(certificate)),
      let notAfter = StringView(X509_get0_notAfter(certificate))
    else { return false }
    write("        Validity\n            Not Before: ")
    guard write(time: notBefore) else { return false }
    write("\n            Not After : ")
    guard write(time: notAfter) else { return false }
    write("\n")
    return true
  }

  private mutating func writeUniqueIdentifiers(of certificate: OpaquePointer) {
    var issuer: UnsafePointer<ASN1_BIT_STRING>?
    var subject: UnsafePointer<ASN1_BIT_STRING>?
    X509_get0_uids(certificate, &issuer, &subject)
    if let issuer = StringView(issuer) {
      write("        Issuer Unique ID: ")
      write(rows: issuer.bytes, indent: 12)
    }
    if let subject = StringView(subject) {
      write("        Subject Unique ID: ")
      write(rows: subject.bytes, indent: 12)
    }
  }

  private mutating func writeExtensions(of certificate: OpaquePointer) {
    let extensions = Stack(X509_get0_extensions(certificate))
    guard extensions.count > 0 else { return }
    write("        X509v3 extensions:\n")
    for element in extensions { write(extension: OpaquePointer(element)) }
  }

  private mutating func writeSignature(of certificate: OpaquePointer) {
    var signature: UnsafePointer<ASN1_BIT_STRING>?
    var algorithm: UnsafePointer<X509_ALGOR>?
    X509_get0_signature(&signature, &algorithm, certificate)
    guard let signature = StringView(signature), let algorithm = Algorithm(algorithm) else {
      return
    }
    write(signature: signature, algorithm: algorithm)
  }
}

// MARK: Lines certificates and requests share

extension TextBuffer {
  /// - Parameter name: `X509_NAME *`
  mutating func write(name: OpaquePointer?, label: StaticString) {
    write(label)
    write(name: name)
    write("\n")
  }
}
