private import COpenSSL

/// One `-----BEGIN label-----` block, decoded.
struct PEMBlock {
  /// The words between `BEGIN` and the dashes.
  let label: String
  /// Lines between the label and an empty line, as a C string; empty in most files.
  let header: [CChar]
  /// The decoded bytes.
  let der: [UInt8]
  /// Where it stands in the file, from the dashes of its first line to the end of its last.
  let range: Range<Int>

  /// Whether the bytes are encrypted in the traditional way (`Proc-Type: 4,ENCRYPTED`).
  var isEncrypted: Bool {
    header.withUnsafeBytes { $0.contains(sequence: "ENCRYPTED".utf8) }
  }

  /// Whether the bytes are a private key, encrypted or not.
  var isPrivateKey: Bool {
    ["PRIVATE KEY", "RSA PRIVATE KEY", "DSA PRIVATE KEY", "EC PRIVATE KEY"].contains(label)
  }

  /// Whether the label says what the bytes are. OpenSSL skips other blocks without a look inside.
  var hasKnownLabel: Bool {
    let labels = [
      "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE", "CERTIFICATE REQUEST",
      "NEW CERTIFICATE REQUEST", "PUBLIC KEY", "RSA PUBLIC KEY", "ENCRYPTED PRIVATE KEY",
    ]
    return isPrivateKey || labels.contains(label)
  }

  /// Whether the bytes are a private key that a password opens, in bearable time.
  var isLockedKey: Bool {
    hasReadableHeader
      && (isPrivateKey && isEncrypted
        || label == "ENCRYPTED PRIVATE KEY" && der.withUnsafeBufferPointer(KeyDerivation.canOpen))
  }

  /// Reads every block of `bytes` in order, by OpenSSL's rules: text around the blocks is skipped,
  /// CRLF is a line end, and a line that does not *start* with the dashes starts no block.
  ///
  /// A block that begins but cannot be read, such as one glued to the next without a line end,
  /// stands as nil; reading goes on behind it, but not behind `limit` blocks.
  static func blocks(in bytes: [UInt8], upTo limit: Int = .max) -> [PEMBlock?] {
    let bytes = withoutMarkedBlocks(bytes)
    let blocks: [PEMBlock?]? = MemoryBIO.reading(bytes) { bio in
      var blocks: [PEMBlock?] = []
      var left = BIO_ctrl_pending(bio) + 1
      // Each turn must get further, whatever OpenSSL makes of the bytes.
      while BIO_ctrl_pending(bio) < left, blocks.count < limit {
        left = BIO_ctrl_pending(bio)
        switch next(from: bio, of: bytes) {
        case .block(let block): blocks.append(block)
        case .damage: blocks.append(nil)
        case .end: return blocks
        }
      }
      return blocks
    }
    return blocks ?? []
  }

  /// OpenSSL 3.0 overlooks a byte order mark in front of the dashes. 1.0 did not: such a line began
  /// no block, so it must not begin one here.
  private static func withoutMarkedBlocks(_ bytes: [UInt8]) -> [UInt8] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    guard bytes.contains(0xEF) else { return bytes }
    var bytes = bytes
    for index in bytes.indices.dropLast(3)
    where bytes[index] == 0xEF && bytes[index...].starts(with: mark + [UInt8(ascii: "-")]) {
      bytes[index + 2] = UInt8(ascii: "?")
    }
    return bytes
  }

  private enum Step {
    case block(PEMBlock)
    case damage
    case end
  }

  private static func next(from bio: OpaquePointer, of bytes: [UInt8]) -> Step {
    let start = bytes.count - BIO_ctrl_pending(bio)
    var name: UnsafeMutablePointer<CChar>?
    var header: UnsafeMutablePointer<CChar>?
    var data: UnsafeMutablePointer<UInt8>?
    var count = 0
    guard PEM_read_bio(bio, &name, &header, &data, &count) == 1, let name, let header, let data
    else {
      defer { ERR_clear_error() }
      return ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE ? .end : .damage
    }
    defer {
      copenssl_free(name)
      copenssl_free(header)
      copenssl_free(data)
    }
    let label = String(cString: name)
    let read = bytes[start..<(bytes.count - BIO_ctrl_pending(bio))]
    return .block(
      PEMBlock(
        label: label, header: Array(String(cString: header).utf8CString),
        der: Array(UnsafeBufferPointer(start: data, count: count)),
        range: firstLine(of: label, in: read)..<read.endIndex))
  }

  /// Where the block begins in what was read for its sake: text may stand in front of it.
  private static func firstLine(of label: String, in read: ArraySlice<UInt8>) -> Int {
    let line = Array("-----BEGIN \(label)-----".utf8)
    return read.indices.first { index in
      read[index] == line[0] && (index == read.startIndex || read[index - 1] == 0x0A)
        && read[index...].starts(with: line)
    } ?? read.startIndex
  }
}
