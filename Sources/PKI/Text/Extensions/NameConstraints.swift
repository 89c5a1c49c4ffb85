private import COpenSSL

extension TextBuffer {
  mutating func write(nameConstraints content: Bytes, indent margin: Int) -> Bool {
    decoding(content, as: NAME_CONSTRAINTS_it()) { pointer in
      let constraints = pointer.assumingMemoryBound(to: NAME_CONSTRAINTS.self).pointee
      write(subtrees: Stack(constraints.permittedSubtrees), label: "Permitted:\n", indent: margin)
      write(subtrees: Stack(constraints.excludedSubtrees), label: "Excluded:\n", indent: margin)
      return true
    }
  }

  private mutating func write(subtrees: Stack, label: StaticString, indent margin: Int) {
    guard subtrees.count > 0 else { return }
    indent(margin)
    write(label)
    for element in subtrees {
      let subtree = element.assumingMemoryBound(to: GENERAL_SUBTREE.self).pointee
      guard let base = subtree.base else { continue }
      indent(margin + 2)
      switch GeneralName(base) {
      case .address(let range): write(range: range)
      case let name: write(standalone: name)
      }
      write("\n")
    }
  }

  /// An address and its mask.
  private mutating func write(range: Bytes) {
    write("IP:")
    let half = range.count / 2
    switch range.count {
    case 8:
      write(ipv4: range.prefix(half))
      write("/")
      write(ipv4: range.suffix(half))
    case 32:
      write(ipv6: range.prefix(half))
      write("/")
      write(ipv6: range.suffix(half))
    default:
      write("IP Address:<invalid>")
    }
  }
}
