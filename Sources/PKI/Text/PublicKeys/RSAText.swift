extension TextBuffer {
  mutating func write(rsa info: PublicKeyInfo, indent margin: Int) -> Bool {
    var reader = DERReader(info.key)
    guard var numbers = reader.enter(DERReader.Tag.sequence),
      let modulus = numbers.read(DERReader.Tag.integer),
      let exponent = numbers.read(DERReader.Tag.integer), numbers.isAtEnd
    else { return false }
    indent(margin)
    write("Public-Key: (")
    write(decimal: UInt64(modulus.bitCount))
    write(" bit)\n")
    write(number: "Modulus:", modulus, indent: margin)
    write(number: "Exponent:", exponent, indent: margin)
    return true
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many bits the number has that these octets make, big endian.
  var bitCount: Int {
    let digits = drop { $0 == 0 }
    guard let first = digits.first else { return 0 }
    return digits.count * 8 - first.leadingZeroBitCount
  }
}
