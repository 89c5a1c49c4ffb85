private import COpenSSL

extension TextBuffer {
  mutating func write(extendedKeyUsage content: Bytes, indent margin: Int) -> Bool {
    decoding(content, as: EXTENDED_KEY_USAGE_it()) { pointer in
      let purposes = Stack(pointer)
      guard purposes.count > 0 else { return false }
      write(values: purposes, .line, indent: margin) { text, purpose in
        text.write(object: ObjectName(OpaquePointer(purpose)), limit: 80)
      }
      return true
    }
  }
}
