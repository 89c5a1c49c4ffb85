private import COpenSSL

extension TextBuffer {
  mutating func write(privateKeyUsagePeriod content: Bytes, indent margin: Int) -> Bool {
    decoding(content, as: PKEY_USAGE_PERIOD_it()) { pointer in
      let period = pointer.assumingMemoryBound(to: PKEY_USAGE_PERIOD.self).pointee
      let notBefore = StringView(period.notBefore)
      let notAfter = StringView(period.notAfter)
      indent(margin)
      if let notBefore {
        write("Not Before: ")
        _ = write(time: notBefore)
      }
      if notBefore != nil, notAfter != nil { write(", ") }
      if let notAfter {
        write("Not After: ")
        _ = write(time: notAfter)
      }
      return true
    }
  }
}
