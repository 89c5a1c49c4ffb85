import PKI

/// A certificate or request instead of another one.
struct Successor {
  /// Its DER form.
  let der: [UInt8]
  /// What stands between the dashes' words.
  let label: String

  /// Its PEM form without the last line's end, in lines that end as those of `part` do.
  func pem(like part: [UInt8]) -> [UInt8] {
    let windows = WindowsPEM.encode(der, label: label)
    return part.contains(0x0D)
      ? Array(windows.dropLast(2)) : Array(windows.filter { $0 != 0x0D }.dropLast())
  }
}

extension Shelf {
  /// Puts successors, by the DER form of what they replace, wherever that is: in one file, or in
  /// all. All else in the files stays, byte for byte.
  mutating func replace(_ successors: [[UInt8]: Successor], only name: String? = nil) {
    for name in name.map({ [$0] }) ?? bundles {
      guard let bytes = self[name] else { continue }
      var file = PEMParts(bytes)
      for index in file.parts.indices {
        guard let old = file.der(ofPart: index), let new = successors[old] else { continue }
        file.parts[index] = new.pem(like: file.parts[index])
      }
      for index in file.gaps.indices {
        // A binary file, or one that is joined of such.
        let old = successors.first { !$0.key.isEmpty && file.gaps[index].starts(with: $0.key) }
        if let old { file.gaps[index].replaceSubrange(..<old.key.count, with: old.value.der) }
      }
      if file.bytes != bytes { self[name] = file.bytes }
    }
  }

  /// Gives a file other bytes. If it holds one certificate, the bundles that hold the same one are
  /// joined anew, unless `isAlone`: with the file's new bytes in the place of its old ones.
  mutating func rewrite(_ name: String, as new: [UInt8], alone isAlone: Bool) throws(WorldError) {
    let old = try bytes(of: name)
    self[name] = new
    guard !isAlone else { return }
    let file = PEMParts(old)
    if file.parts.count == 1, let der = file.der(ofPart: 0),
      PKIFile(old).certificates.count == 1
    {
      let endsLine = !PEMParts.lineEnd(of: file.gaps[1]).isEmpty
      rejoin(with: new, insteadOf: der, andLineEnd: endsLine, except: name)
    } else if file.parts.isEmpty, let certificate = PKIFile(old).certificates.first {
      replaceBinary(certificate.der, with: new, except: name)
    }
  }

  private mutating func rejoin(
    with new: [UInt8], insteadOf der: [UInt8], andLineEnd endsLine: Bool, except name: String
  ) {
    for other in bundles where other != name {
      guard let bytes = self[other] else { continue }
      var file = PEMParts(bytes)
      guard file.parts.count > 1 else { continue }
      for index in file.parts.indices where file.der(ofPart: index) == der {
        file.parts[index] = new
        let end = endsLine ? PEMParts.lineEnd(of: file.gaps[index + 1]).count : 0
        file.gaps[index + 1].removeFirst(end)
      }
      if file.bytes != bytes { self[other] = file.bytes }
    }
  }

  private mutating func replaceBinary(
    _ der: [UInt8], with new: [UInt8], except name: String
  ) {
    for other in bundles where other != name {
      guard let bytes = self[other] else { continue }
      var file = PEMParts(bytes)
      guard !file.parts.isEmpty else { continue }
      for index in file.gaps.indices where file.gaps[index].starts(with: der) {
        file.gaps[index].replaceSubrange(..<der.count, with: new)
      }
      if file.bytes != bytes { self[other] = file.bytes }
    }
  }
}
