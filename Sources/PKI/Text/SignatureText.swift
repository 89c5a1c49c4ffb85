private import COpenSSL

extension TextBuffer {
  private static let margin = 9

  /// The algorithm alone, as it stands near the top of a certificate.
  mutating func write(signatureAlgorithm algorithm: Algorithm) {
    write("    Signature Algorithm: ")
    write(object: algorithm.object)
    if algorithm.object.nid == NID_rsassaPss {
      writePSS(algorithm)
    } else {
      write("\n")
    }
  }

  /// The algorithm with the signature below it.
  mutating func write(signature: StringView, algorithm: Algorithm) {
    write("    Signature Algorithm: ")
    write(object: algorithm.object)
    switch algorithm.object.nid {
    case NID_rsassaPss:
      writePSS(algorithm)
    case NID_dsaWithSHA, NID_dsaWithSHA1, NID_dsaWithSHA1_2, NID_dsa_with_SHA224,
      NID_dsa_with_SHA256:
      if writeDSA(signature.bytes) { return }
    default:
      break
    }
    write(rows: signature.bytes, indent: Self.margin)
  }

  /// Octets in rows of 18, as signatures and unique identifiers are shown.
  mutating func write(rows octets: Bytes, indent margin: Int) {
    write(octets: octets, columns: 18, indent: margin)
    write("\n")
  }

  private mutating func writeDSA(_ signature: Bytes) -> Bool {
    var reader = DERReader(signature)
    guard var pair = reader.enter(DERReader.Tag.sequence),
      let r = pair.read(DERReader.Tag.integer), let s = pair.read(DERReader.Tag.integer),
      pair.isAtEnd
    else { return false }
    write("\n")
    write(number: "r:   ", r, indent: Self.margin)
    write(number: "s:   ", s, indent: Self.margin)
    return true
  }
}

// MARK: RSASSA-PSS parameters

extension TextBuffer {
  private mutating func writePSS(_ algorithm: Algorithm) {
    let isShown = decoding(algorithm.sequence?.bytes ?? .empty, as: RSA_PSS_PARAMS_it()) {
      writePSS(parameters: $0)
      return true
    }
    if !isShown { write(" (INVALID PSS PARAMETERS)\n") }
  }

  private mutating func writePSS(parameters pointer: UnsafeRawPointer) {
    let parameters = pointer.assumingMemoryBound(to: RSA_PSS_PARAMS.self).pointee
    write("\n")
    writePSS(line: "Hash Algorithm: ") { text in
      guard let hash = Algorithm(parameters.hashAlgorithm) else {
        return text.write("sha1 (default)")
      }
      text.write(object: hash.object)
    }
    writePSS(line: "Mask Algorithm: ") { text in
      guard let mask = Algorithm(parameters.maskGenAlgorithm) else {
        return text.write("mgf1 with sha1 (default)")
      }
      text.write(object: mask.object)
      text.write(" with ")
      text.write(maskHash: mask)
    }
    writePSS(line: "Salt Length: 0x") { text in
      guard let length = StringView(parameters.saltLength) else {
        return text.write("14 (default)")
      }
      text.write(hexInteger: length)
    }
    writePSS(line: "Trailer Field: 0x") { text in
      guard let field = StringView(parameters.trailerField) else {
        return text.write("BC (default)")
      }
      text.write(hexInteger: field)
    }
  }

  private mutating func writePSS(line label: StaticString, _ value: (inout TextBuffer) -> Void) {
    indent(Self.margin)
    write(label)
    value(&self)
    write("\n")
  }

  private mutating func write(maskHash mask: Algorithm) {
    let bytes = mask.object.nid == NID_mgf1 ? mask.sequence?.bytes : nil
    let isKnown = decoding(bytes ?? .empty, as: X509_ALGOR_it()) {
      guard let hash = Algorithm($0) else { return false }
      write(object: hash.object)
      return true
    }
    if !isKnown { write("INVALID") }
  }
}
