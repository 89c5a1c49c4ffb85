private import COpenSSL

/// The numbers all users of a Diffie-Hellman domain share.
private struct Domain {
  let prime, generator: Bytes
  var order, factor, seed, counter, privateLength: Bytes?

  init?(_ info: PublicKeyInfo) {
    typealias Tag = DERReader.Tag
    var reader = DERReader(info.algorithm.sequence?.bytes ?? .empty)
    guard var numbers = reader.enter(Tag.sequence),
      let prime = numbers.read(Tag.integer), let generator = numbers.read(Tag.integer)
    else { return nil }
    self.prime = prime
    self.generator = generator
    if info.algorithm.object.nid == NID_dhKeyAgreement {
      privateLength = numbers.read(Tag.integer)
    } else {
      guard readX942(&numbers) else { return nil }
    }
    guard numbers.isAtEnd else { return nil }
  }

  private mutating func readX942(_ numbers: inout DERReader) -> Bool {
    guard let order = numbers.read(DERReader.Tag.integer) else { return false }
    self.order = order
    factor = numbers.read(DERReader.Tag.integer)
    guard var validation = numbers.enter(DERReader.Tag.sequence) else { return true }
    // The first octet of a bit string counts its unused bits.
    seed = validation.read(DERReader.Tag.bitString).map { Bytes(rebasing: $0.dropFirst()) }
    counter = validation.read(DERReader.Tag.integer)
    return seed != nil && counter != nil && validation.isAtEnd
  }
}

extension TextBuffer {
  mutating func write(diffieHellman info: PublicKeyInfo, indent margin: Int) -> Bool {
    let start = bytes.count
    guard let domain = Domain(info) else { return false }
    indent(margin)
    write("DH Public-Key: (")
    write(decimal: UInt64(domain.prime.bitCount))
    write(" bit)\n")
    guard write(publicNumber: "public-key:", of: info, indent: margin + 4) else {
      truncate(to: start)
      return false
    }
    write(domain: domain, indent: margin + 4)
    return true
  }

  private mutating func write(domain: Domain, indent margin: Int) {
    write(number: "prime:", domain.prime, indent: margin)
    write(number: "generator:", domain.generator, indent: margin)
    if let order = domain.order { write(number: "subgroup order:", order, indent: margin) }
    if let factor = domain.factor { write(number: "subgroup factor:", factor, indent: margin) }
    if let seed = domain.seed {
      indent(margin)
      write("seed:")
      write(octets: seed, columns: 15, indent: margin + 4)
      write("\n")
    }
    if let counter = domain.counter { write(number: "counter:", counter, indent: margin) }
    if let length = domain.privateLength.flatMap({ UInt64(bigEndian: $0) }), length != 0 {
      indent(margin)
      write("recommended-private-length: ")
      write(decimal: length)
      write(" bits\n")
    }
  }
}
