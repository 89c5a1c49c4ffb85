private import COpenSSL

extension TextBuffer {
  /// A comment, a host name or one of Netscape's addresses.
  mutating func write(netscapeString content: Bytes, indent margin: Int) -> Bool {
    decoding(content, as: ASN1_IA5STRING_it()) { pointer in
      let text = StringView(pointer).bytes
      guard !text.isEmpty else { return false }
      indent(margin)
      write(cString: text)
      return true
    }
  }
}
