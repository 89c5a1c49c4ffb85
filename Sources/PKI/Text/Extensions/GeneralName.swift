private import COpenSSL

/// A name of one of many kinds, borrowed.
enum GeneralName {
  case other
  case email(Bytes)
  case host(Bytes)
  case x400
  /// `X509_NAME *`
  case directory(OpaquePointer?)
  case ediParty
  case uri(Bytes)
  case address(Bytes)
  case registered(ObjectName)

  /// - Parameter pointer: `GENERAL_NAME *`
  init(_ pointer: UnsafeRawPointer) {
    let name = pointer.assumingMemoryBound(to: GENERAL_NAME.self).pointee
    let text = { StringView(name.d.ia5)?.bytes ?? .empty }
    self =
      switch name.type {
      case GEN_EMAIL: .email(text())
      case GEN_DNS: .host(text())
      case GEN_X400: .x400
      case GEN_DIRNAME: .directory(name.d.dirn)
      case GEN_EDIPARTY: .ediParty
      case GEN_URI: .uri(text())
      case GEN_IPADD: .address(text())
      case GEN_RID: .registered(ObjectName(name.d.rid))
      default: .other
      }
  }

  /// What stands in front of the colon.
  var label: StaticString {
    switch self {
    case .other: "othername"
    case .email: "email"
    case .host: "DNS"
    case .x400: "X400Name"
    case .directory: "DirName"
    case .ediParty: "EdiPartyName"
    case .uri: "URI"
    case .address: "IP Address"
    case .registered: "Registered ID"
    }
  }
}

extension TextBuffer {
  /// The value as lists of names show it: directory names with slashes, objects cut at the size
  /// of 1.0.2's buffer.
  mutating func write(listedValueOf name: GeneralName) {
    switch name {
    case .other, .x400: write("<unsupported>")
    // 1.0.2 has the tags of this kind of name wrong and refuses whatever it is part of.
    case .ediParty: metUnparsable = true
    case .email(let text), .host(let text), .uri(let text): write(cString: text)
    case .directory(let name): write(onelineName: name, limit: 256)
    case .address(let octets): write(address: octets)
    case .registered(let object): write(object: object, limit: 256)
    }
  }

  /// The whole name as distribution points and name constraints show it.
  mutating func write(standalone name: GeneralName) {
    write(name.label)
    switch name {
    case .directory(let directory):
      write(": ")
      write(spacedName: directory)
    case .address(let octets) where octets.count == 16:
      // 1.0.2 ends this form, and no other, with a line break.
      write(":")
      write(address: octets)
      write("\n")
    case .registered(let object):
      // 1.0.2 forgets the colon.
      write(object: object)
    default:
      write(":")
      write(listedValueOf: name)
    }
  }

  /// `10.0.0.1`, `2001:DB8:0:0:0:0:0:7`, or a complaint about any other size.
  private mutating func write(address octets: Bytes) {
    switch octets.count {
    case 4: write(ipv4: octets[...])
    case 16: write(ipv6: octets[...])
    default: write("<invalid>")
    }
  }

  mutating func write(ipv4 octets: Bytes.SubSequence) {
    for (index, octet) in octets.enumerated() {
      if index > 0 { write(".") }
      write(decimal: UInt64(octet))
    }
  }

  mutating func write(ipv6 octets: Bytes.SubSequence) {
    var rest = octets
    while rest.count >= 2 {
      write(uppercaseHex: rest.prefix(2).reduce(0) { $0 << 8 | UInt64($1) })
      rest = rest.dropFirst(2)
      if !rest.isEmpty { write(":") }
    }
  }
}
