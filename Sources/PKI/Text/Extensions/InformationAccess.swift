private import COpenSSL

extension TextBuffer {
  mutating func write(informationAccess content: Bytes, indent margin: Int) -> Bool {
    decoding(content, as: AUTHORITY_INFO_ACCESS_it()) { pointer in
      write(values: Stack(pointer), .block, indent: margin) { text, element in
        let access = element.assumingMemoryBound(to: ACCESS_DESCRIPTION.self).pointee
        text.write(object: ObjectName(access.method), limit: 80)
        text.write(" - ")
        text.write(listed: GeneralName(access.location))
      }
      return true
    }
  }
}
