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

  /// Joins the bundles anew that hold the certificate of a rewritten file, with the file's new bytes
  /// in the place of its old ones.
  mutating func rejoin(_ rewriting: Rewriting) {
    guard let der = rewriting.certificate else { return }
    for name in bundles {
      guard let bytes = self[name] else { continue }
      var file = PEMParts(bytes)
      // What is no bundle is a file of its own.
      guard file.parts.count > (rewriting.isBinary ? 0 : 1) else { continue }
      if rewriting.isBinary {
        for index in file.gaps.indices where file.gaps[index].starts(with: der) {
          file.gaps[index].replaceSubrange(..<der.count, with: rewriting.new)
        }
      } else {
        for index in file.parts.indices where file.der(ofPart: index) == der {
          file.parts[index] = rewriting.new
          let end = rewriting.endsLine ? PEMParts.lineEnd(of: file.gaps[index + 1]).count : 0
          file.gaps[index + 1].removeFirst(end)
        }
      }
      if file.bytes != bytes { self[name] = file.bytes }
    }
  }
}

/// A file that is written down in another way.
struct Rewriting {
  /// The DER form of the one certificate in it; nil if it holds anything else.
  let certificate: [UInt8]?
  /// Whether it was binary.
  let isBinary: Bool
  /// Whether its one part was followed by the end of the line.
  let endsLine: Bool
  /// Its bytes from now on.
  let new: [UInt8]

  /// A file before and after.
  init(_ old: [UInt8], as new: [UInt8]) {
    let file = PEMParts(old)
    let certificates = PKIFile(old).certificates
    certificate = file.parts.count <= 1 && certificates.count == 1 ? certificates.first?.der : nil
    isBinary = file.parts.isEmpty
    endsLine = file.parts.count == 1 && !PEMParts.lineEnd(of: file.gaps[1]).isEmpty
    self.new = new
  }
}
