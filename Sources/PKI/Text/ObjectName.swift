private import COpenSSL

/// An object identifier as OpenSSL 1.0.2 knew it.
struct ObjectName {
  /// `ASN1_OBJECT *`, borrowed; 1.0.2 prints a missing one as `NULL`.
  private let pointer: OpaquePointer?

  /// OpenSSL's number for the object, or `NID_undef` (0) where 1.0.2 did not know it.
  let nid: Int32

  init(_ pointer: OpaquePointer?) {
    self.pointer = pointer
    let number = OBJ_obj2nid(pointer)
    nid = Self.isKnown(number) ? number : NID_undef
  }

  /// Whether 1.0.2 knew the object with that number: numbers only ever grow, and 957 was its last.
  static func isKnown(_ nid: Int32) -> Bool { nid <= 957 && !namedLater.contains(nid) }

  /// A hole 1.0.2 left, and two ciphers that got their identifiers later.
  private static let namedLater: [Int32] = [102, NID_aes_128_xts, NID_aes_256_xts]
}

extension TextBuffer {
  /// The long name, or the dotted numbers of an object 1.0.2 does not know.
  ///
  /// - Parameter limit: the size of the buffer 1.0.2 prints into; a longer text is cut.
  /// - Returns: how many bytes that took.
  @discardableResult
  mutating func write(object: ObjectName, limit: Int = .max) -> Int {
    let start = bytes.count
    if object.nid == NID_undef {
      write(dotted: object)
    } else if let respelled = Self.longNames102[object.nid] {
      write(respelled)
    } else if let name = OBJ_nid2ln(object.nid) {
      write(cString: name)
    }
    truncate(to: start + min(bytes.count - start, limit - 1))
    return bytes.count - start
  }

  /// The short name, or the dotted numbers of an object 1.0.2 does not know.
  mutating func write(shortNameOf object: ObjectName) {
    if object.nid != NID_undef, let name = OBJ_nid2sn(object.nid) {
      write(cString: name)
    } else {
      write(object: object, limit: 80)
    }
  }

  /// The long names that later releases spelled differently.
  private static let longNames102: [Int32: StaticString] = [
    NID_ms_smartcard_login: "Microsoft Smartcardlogin",
    NID_ms_upn: "Microsoft Universal Principal Name",
    NID_issuing_distribution_point: "X509v3 Issuing Distrubution Point",
  ]

  private mutating func write(dotted object: ObjectName) {
    guard let text = object.dotted else { return write("NULL") }
    if text.isEmpty { write("<INVALID>") } else { write(text) }
  }
}

extension ObjectName {
  /// The numbers between dots, empty for a broken object, or nil for a missing one.
  fileprivate var dotted: [UInt8]? {
    guard let pointer else { return nil }
    let count = Int(OBJ_obj2txt(nil, 0, pointer, 1))
    guard count > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: count + 1) { buffer, written in
      buffer.withMemoryRebound(to: CChar.self) { text in
        _ = OBJ_obj2txt(text.baseAddress, Int32(clamping: text.count), pointer, 1)
      }
      written = count
    }
  }
}
