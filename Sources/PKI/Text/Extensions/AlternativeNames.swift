private import COpenSSL

extension TextBuffer {
  mutating func write(alternativeNames content: Bytes, indent margin: Int) -> Bool {
    decoding(content, as: GENERAL_NAMES_it()) { names in
      write(values: Stack(names), .line, indent: margin) { text, name in
        text.write(listed: GeneralName(name))
      }
      return true
    }
  }

  /// `DNS:cms.lab`
  mutating func write(listed name: GeneralName) {
    write(name.label)
    write(":")
    write(listedValueOf: name)
  }
}
