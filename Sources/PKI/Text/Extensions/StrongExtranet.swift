private import COpenSSL

extension TextBuffer {
  mutating func write(strongExtranet content: Bytes, indent margin: Int) -> Bool {
    decoding(content, as: SXNET_it()) { pointer in
      let extranet = pointer.assumingMemoryBound(to: SXNET.self).pointee
      let version = ASN1_INTEGER_get(extranet.version)
      indent(margin)
      write(version < -1 ? "Version: -" : "Version: ")
      write(decimal: UInt64((version &+ 1).magnitude))
      write(" (0x")
      write(uppercaseHex: UInt64(bitPattern: Int64(version)))
      write(")")
      for element in Stack(extranet.ids) { write(zone: element, indent: margin) }
      return true
    }
  }

  /// - Parameter pointer: `SXNETID *`
  private mutating func write(zone pointer: UnsafeRawPointer, indent margin: Int) {
    let entry = pointer.assumingMemoryBound(to: SXNETID.self).pointee
    guard let zone = StringView(entry.zone), let user = StringView(entry.user) else { return }
    write("\n")
    indent(margin)
    write("Zone: ")
    write(integer: zone)
    write(", User: ")
    write(printable: user.bytes)
  }
}
