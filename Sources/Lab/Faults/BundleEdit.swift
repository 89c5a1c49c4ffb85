import PKI

/// What can be done to the parts of a bundle, which count from 1.
enum BundleEdit {
  /// Takes a part away.
  static func drop(_ part: Int, of file: inout PEMParts) throws(WorldError) {
    let count = file.parts.count
    guard count > 1 else { throw noBundle }
    guard (1...count).contains(part) else { throw noPart(part, of: count, .part) }
    file.remove(at: part - 1)
  }

  /// Puts the parts in another order; what stands between them stays.
  static func reorder(_ order: [Int], of file: inout PEMParts) throws(WorldError) {
    guard order.sorted() == Array(1...max(1, file.parts.count)), !file.parts.isEmpty else {
      throw WorldError(
        "each of its \(file.parts.count) parts has to be named once", about: .value(.parts))
    }
    let parts = file.parts
    file.parts = order.map { parts[$0 - 1] }
  }

  /// Puts the beginning of the next part on the last line of a part.
  static func glue(after part: Int, of file: inout PEMParts) throws(WorldError) {
    let count = file.parts.count
    guard count > 1 else { throw noBundle }
    guard part != count else {
      throw WorldError("no part stands behind part \(part)", about: .value(.after))
    }
    guard (1..<count).contains(part) else { throw noPart(part, of: count, .after) }
    file.gaps[part] = []
  }

  /// The file with bytes behind the line of a part, 0 for in front of the first; nil for at the end.
  static func insert(
    _ bytes: [UInt8], after part: Int?, in file: [UInt8]
  ) throws(WorldError) -> [UInt8] {
    guard let part else { return file + bytes }
    var parts = PEMParts(file)
    guard parts.gaps.indices.contains(part) else {
      throw noPart(part, of: parts.parts.count, .after)
    }
    parts.gaps[part] += bytes
    return parts.bytes
  }

  private static let noBundle = WorldError("it is no bundle: it has no second part")

  private static func noPart(_ part: Int, of count: Int, _ key: FaultKey) -> WorldError {
    WorldError("it has no part \(part): it has \(count)", about: .value(key))
  }
}

extension Fault.Notation {
  /// The file written down in that way.
  func applied(to bytes: [UInt8], name: String) throws(WorldError) -> [UInt8] {
    var bytes = bytes
    if let form, form != (PEMParts(bytes).parts.isEmpty ? .der : .pem) {
      bytes = form == .der ? try binary(bytes, name) : try text(bytes, name)
    }
    guard lineEnds != nil || endsLine != nil else { return bytes }
    guard !PEMParts(bytes).parts.isEmpty else { throw WorldError("\(name) has no lines") }
    if let lineEnds {
      bytes = bytes.filter { $0 != 0x0D }
      if lineEnds == .crlf { bytes = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } }
    }
    if let endsLine {
      let end = bytes.contains(0x0D) ? [0x0D, 0x0A] as [UInt8] : [0x0A]
      while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
      if endsLine { bytes += end }
    }
    return bytes
  }

  private func binary(_ bytes: [UInt8], _ name: String) throws(WorldError) -> [UInt8] {
    let file = PEMParts(bytes)
    guard file.parts.count == 1, !PKIFile(bytes).hasEncryptedPrivateKey,
      let der = file.der(ofPart: 0)
    else { throw WorldError("\(name) has no binary form: it does not hold one thing in the clear") }
    return der
  }

  private func text(_ bytes: [UInt8], _ name: String) throws(WorldError) -> [UInt8] {
    switch PKIFile(bytes).elements.first {
    case .certificate(let certificate): return certificate.pem
    case .request(let request): return request.pem
    case .privateKey(let key): return key.pem
    default: throw WorldError("\(name) is no binary certificate, request or key")
    }
  }
}
