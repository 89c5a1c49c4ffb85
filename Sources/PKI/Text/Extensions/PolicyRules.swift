private import COpenSSL

// How policies of a chain bear on each other: constraints, mappings, inhibitions.
extension TextBuffer {
  mutating func write(policyConstraints content: Bytes, indent margin: Int) -> Bool {
    decoding(content, as: POLICY_CONSTRAINTS_it()) { pointer in
      let constraints = pointer.assumingMemoryBound(to: POLICY_CONSTRAINTS.self).pointee
      let explicit = StringView(constraints.requireExplicitPolicy)
      let mapping = StringView(constraints.inhibitPolicyMapping)
      guard explicit != nil || mapping != nil else { return false }
      indent(margin)
      if let explicit {
        write("Require Explicit Policy:")
        write(integer: explicit)
      }
      if explicit != nil, mapping != nil { write(", ") }
      if let mapping {
        write("Inhibit Policy Mapping:")
        write(integer: mapping)
      }
      return true
    }
  }

  mutating func write(policyMappings content: Bytes, indent margin: Int) -> Bool {
    decoding(content, as: POLICY_MAPPINGS_it()) { pointer in
      let mappings = Stack(pointer)
      guard mappings.count > 0 else { return false }
      write(values: mappings, .line, indent: margin) { text, element in
        let mapping = element.assumingMemoryBound(to: POLICY_MAPPING.self).pointee
        text.write(object: ObjectName(mapping.issuerDomainPolicy), limit: 80)
        text.write(":")
        text.write(object: ObjectName(mapping.subjectDomainPolicy), limit: 80)
      }
      return true
    }
  }

  /// A bare INTEGER: a CRL number, or how many more certificates may claim any policy.
  mutating func write(number content: Bytes, indent margin: Int) -> Bool {
    decoding(content, as: ASN1_INTEGER_it()) { number in
      indent(margin)
      write(integer: StringView(number))
      return true
    }
  }
}
