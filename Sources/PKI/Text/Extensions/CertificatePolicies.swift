private import COpenSSL

extension TextBuffer {
  mutating func write(certificatePolicies content: Bytes, indent margin: Int) -> Bool {
    decoding(content, as: CERTIFICATEPOLICIES_it()) { pointer in
      for element in Stack(pointer) {
        let policy = element.assumingMemoryBound(to: POLICYINFO.self).pointee
        indent(margin)
        write("Policy: ")
        write(object: ObjectName(policy.policyid))
        write("\n")
        for qualifier in Stack(policy.qualifiers) {
          write(qualifier: qualifier, indent: margin + 2)
        }
      }
      return true
    }
  }

  /// - Parameter pointer: `POLICYQUALINFO *`
  private mutating func write(qualifier pointer: UnsafeRawPointer, indent margin: Int) {
    let qualifier = pointer.assumingMemoryBound(to: POLICYQUALINFO.self).pointee
    let object = ObjectName(qualifier.pqualid)
    switch object.nid {
    case NID_id_qt_cps:
      write(text: StringView(qualifier.d.cpsuri), label: "CPS: ", indent: margin)
    case NID_id_qt_unotice:
      indent(margin)
      write("User Notice:\n")
      write(notice: qualifier.d.usernotice, indent: margin + 2)
    default:
      // 1.0.2 moves this line one step further in than its siblings.
      indent(margin + 2)
      write("Unknown Qualifier: ")
      write(object: object)
      write("\n")
    }
  }

  /// - Parameter pointer: `USERNOTICE *`
  private mutating func write(notice pointer: UnsafeRawPointer?, indent margin: Int) {
    guard let notice = pointer?.assumingMemoryBound(to: USERNOTICE.self).pointee else { return }
    if let reference = notice.noticeref?.pointee {
      write(text: StringView(reference.organization), label: "Organization: ", indent: margin)
      write(noticeNumbers: Stack(reference.noticenos), indent: margin)
    }
    write(text: StringView(notice.exptext), label: "Explicit Text: ", indent: margin)
  }

  private mutating func write(noticeNumbers numbers: Stack, indent margin: Int) {
    indent(margin)
    write(numbers.count > 1 ? "Numbers: " : "Number: ")
    for (index, number) in numbers.enumerated() {
      if index > 0 { write(", ") }
      write(integer: StringView(number))
    }
    write("\n")
  }

  private mutating func write(text: StringView?, label: StaticString, indent margin: Int) {
    guard let text else { return }
    indent(margin)
    write(label)
    write(cString: text.bytes)
    write("\n")
  }
}
