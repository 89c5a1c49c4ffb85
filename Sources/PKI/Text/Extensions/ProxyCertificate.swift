private import COpenSSL

extension TextBuffer {
  mutating func write(proxyCertificate content: Bytes, indent margin: Int) -> Bool {
    decoding(content, as: PROXY_CERT_INFO_EXTENSION_it()) { pointer in
      let info = pointer.assumingMemoryBound(to: PROXY_CERT_INFO_EXTENSION.self).pointee
      guard let policy = info.proxyPolicy?.pointee else { return false }
      indent(margin)
      write("Path Length Constraint: ")
      if let length = StringView(info.pcPathLengthConstraint) {
        write(hexInteger: length)
      } else {
        write("infinite")
      }
      write("\n")
      indent(margin)
      write("Policy Language: ")
      write(object: ObjectName(policy.policyLanguage))
      write("\n")
      if let text = StringView(policy.policy) {
        indent(margin)
        write("Policy Text: ")
        write(cString: text.bytes)
        write("\n")
      }
      return true
    }
  }
}
