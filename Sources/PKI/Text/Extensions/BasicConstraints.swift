private import COpenSSL

extension TextBuffer {
  mutating func write(basicConstraints content: Bytes, indent margin: Int) -> Bool {
    decoding(content, as: BASIC_CONSTRAINTS_it()) { pointer in
      let constraints = pointer.assumingMemoryBound(to: BASIC_CONSTRAINTS.self).pointee
      indent(margin)
      write(constraints.ca != 0 ? "CA:TRUE" : "CA:FALSE")
      if let length = StringView(constraints.pathlen) {
        write(", pathlen:")
        write(integer: length)
      }
      return true
    }
  }
}
